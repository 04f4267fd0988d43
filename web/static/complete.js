'use strict';
// Completes what is typed into the search box, as the combobox pattern of ARIA has it. Without this
// file the box is a plain one.
(() => {
  const box = document.getElementById('q');
  if (!box) return;
  const list = document.createElement('ul');
  list.id = 'completions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Completions');
  box.after(list);
  const set = (values) => {
    for (const name in values) box.setAttribute(name, values[name]);
  };
  set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false,
    'aria-controls': list.id });

  // What the reader wrote, to go back to from an option.
  let typed = box.value;
  let chosen = -1;
  let timer, request;

  const choose = (index) => {
    const options = list.children;
    options[chosen]?.setAttribute('aria-selected', false);
    chosen = index;
    const option = options[chosen];
    option?.setAttribute('aria-selected', true);
    option?.scrollIntoView({ block: 'nearest' });
    if (option) set({ 'aria-activedescendant': option.id });
    else box.removeAttribute('aria-activedescendant');
    box.value = option ? option.dataset.q : typed;
  };

  const stopAsking = () => {
    clearTimeout(timer);
    request?.abort();
  };

  const close = () => {
    stopAsking();
    list.hidden = true;
    chosen = -1;
    set({ 'aria-expanded': false });
    box.removeAttribute('aria-activedescendant');
  };

  const show = (completions) => {
    list.replaceChildren(...completions.map((one, i) => {
      const option = document.createElement('li');
      option.id = 'completion' + i;
      option.dataset.q = one.q;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', false);
      const kind = document.createElement('span');
      kind.className = 'note';
      kind.textContent = one.kind === 'phrase' ? '' : one.kind;
      option.append(one.text, ' ', kind);
      return option;
    }));
    chosen = -1;
    box.removeAttribute('aria-activedescendant');
    list.hidden = !completions.length;
    set({ 'aria-expanded': !list.hidden });
  };

  const ask = async () => {
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await fetch('/api/v1/suggest?q=' + encodeURIComponent(typed), { signal });
      const { completions } = await answer.json();
      if (!signal.aborted) show(completions);
    // Asked again, or the server is away: the box still searches.
    } catch {}
  };

  box.addEventListener('input', () => {
    typed = box.value;
    stopAsking();
    if (typed.trim()) timer = setTimeout(ask, 120);
    else close();
  });

  box.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      box.value = typed;
      close();
      event.preventDefault();
    } else if (step && list.hidden) {
      if (typed.trim()) ask();
    } else if (step) {
      // What is gone through stays as it is.
      stopAsking();
      // The options and the box itself.
      const count = list.children.length + 1;
      choose((chosen + 1 + step + count) % count - 1);
      event.preventDefault();
    }
  });
  box.addEventListener('blur', close);
  // The box keeps the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('li');
    if (!option) return;
    box.value = option.dataset.q;
    box.form.requestSubmit();
  });
})();
