// The real programs on the sample archive and `articles` beside it, for one test run.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export async function startArchive(articles = []) {
  const folder = mkdtempSync(join(tmpdir(), 'newsindex-browser-'));
  const index = join(folder, 'index');
  const input = articles.map((article) => JSON.stringify(article)).join('\n');
  const added = spawnSync(process.env.NEWSINDEX, ['--index', index, 'add', process.env.SAMPLE, ...(input ? ['-'] : [])],
    { input });
  if (added.status !== 0) throw new Error(`newsindex: ${added.stderr}`);
  const server = spawn(process.env.SEARCHD, ['--index', index, '--listen', '127.0.0.1:0'],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = line.match(/http:\/\/\S+/)?.[0];
    if (address) {
      return { address, stop() { server.kill('SIGTERM'); rmSync(folder, { recursive: true }); } };
    }
  }
  throw new Error('searchd ended before it served');
}
