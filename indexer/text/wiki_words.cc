#include "indexer/text/wiki_words.h"

#include <algorithm>
#include <array>

namespace news {
namespace {

constexpr std::array<std::string_view, 14> category_words{
    "category",  "kategorie", "catégorie", "categoría", "categoria", "kategoria", "категорія",
    "категория", "kategori",  "categorie", "カテゴリ",  "分类",      "분류",      "تصنيف"};

constexpr std::array<std::string_view, 18> file_words{
    "file",     "image",    "datei",   "bild", "fichier",    "archivo",
    "imagen",   "plik",     "grafika", "файл", "зображення", "изображение",
    "immagine", "ficheiro", "imagem",  "fil",  "bestand",    "ファイル"};

constexpr std::array<std::string_view, 46> end_headings{"sources",
                                                        "source",
                                                        "related news",
                                                        "related articles",
                                                        "related stories",
                                                        "external links",
                                                        "external link",
                                                        "see also",
                                                        "references",
                                                        "notes",
                                                        "sister links",
                                                        "further reading",
                                                        "quellen",
                                                        "quelle",
                                                        "themenverwandte artikel",
                                                        "weblinks",
                                                        "einzelnachweise",
                                                        "siehe auch",
                                                        "weitere artikel",
                                                        "voir aussi",
                                                        "liens externes",
                                                        "articles connexes",
                                                        "références",
                                                        "fontes e referências",
                                                        "fuentes",
                                                        "fuente",
                                                        "noticias relacionadas",
                                                        "véase también",
                                                        "enlaces externos",
                                                        "referencias",
                                                        "źródła",
                                                        "źródło",
                                                        "zobacz też",
                                                        "powiązane wiadomości",
                                                        "linki zewnętrzne",
                                                        "джерела",
                                                        "джерело",
                                                        "див. також",
                                                        "посилання",
                                                        "пов'язані новини",
                                                        "источники",
                                                        "источник",
                                                        "ссылки",
                                                        "см. также",
                                                        "fonti",
                                                        "fontes"};

constexpr std::array<std::string_view, 12> text_templates{
    "w",     "wikipedia", "wp",   "quote", "cquote", "blockquote",
    "zitat", "citation",  "cita", "cytat", "цитата", "lang"};

constexpr std::array<std::string_view, 10> date_templates{
    "date",     "datum",       "fecha",       "data", "дата",
    "dateline", "datecreated", "date-simple", "dato", "datum2"};

constexpr std::array<std::string_view, 5> byline_templates{"byline", "author", "autor", "auteur",
                                                           "автор"};

constexpr std::array<std::string_view, 28> draft_templates{
    "develop",      "developing",      "develop article",
    "review",       "tasks",           "prepare",
    "unreviewed",   "abandoned",       "underreview",
    "under review", "stale",           "editing",
    "delete",       "speedydelete",    "in arbeit",
    "überprüfen",   "in bearbeitung",  "artikel unveröffentlicht",
    "en cours",     "à relire",        "en desarrollo",
    "en revisión",  "w przygotowaniu", "do sprawdzenia",
    "в розробці",   "редагується",     "редактируется",
    "подготовка"};

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_category_word(std::string_view name) { return is_one_of(name, category_words); }

bool is_file_word(std::string_view name) { return is_one_of(name, file_words); }

bool is_end_heading(std::string_view heading) { return is_one_of(heading, end_headings); }

bool is_text_template(std::string_view name) { return is_one_of(name, text_templates); }

bool is_date_template(std::string_view name) { return is_one_of(name, date_templates); }

bool is_byline_template(std::string_view name) { return is_one_of(name, byline_templates); }

bool is_draft_template(std::string_view name) { return is_one_of(name, draft_templates); }

}  // namespace news
