#include "indexer/text/page_words.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace news {
namespace {

/// Calls `meets` with each of the words, which are parted by bars, until it gives true.
template <class Meets>
bool any_of_words(std::string_view words, Meets meets) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    if (meets(words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

constexpr std::string_view furniture =
    "share|share this|share this article|save|saved|print|email|copy link|link copied|tweet|"
    "facebook|twitter|x|whatsapp|telegram|linkedin|listen|listen to this article|read more|"
    "read more...|show more|see more|more|view image in fullscreen|advertisement|ad|advertising|"
    "menu|search|home|homepage|sign in|log in|login|register|subscribe|subscribe now|"
    "skip to content|skip to main content|skip to navigation|comment|comments|follow|follow us|"
    "donate|support us|accept|accept all|reject all|accept cookies|manage cookies|close|"
    "back to top|continue reading|play|watch|image source|reuse this content|gift this article|"
    "give this article|add to favourites|bookmark|open in app|print this page|feedback|"
    "report an error|teilen|merken|drucken|zur startseite|startseite|anzeige|mehr lesen|"
    "mehr anzeigen|kommentare|kommentieren|artikel anhören|anmelden|abonnieren|"
    "artikel zum hören|suche|menü|newsletter|zum inhalt springen|feedback geben|partager|"
    "imprimer|publicité|lire plus tard|lire plus|lire la suite|voir plus|s'abonner|se connecter|"
    "réagir|commentaires|offrir l'article|ajouter à vos sélections|écouter l'article|accueil|"
    "rechercher|envoyer par e-mail|compartir|guardar|imprimir|publicidad|leer más|ver más|"
    "suscríbete|iniciar sesión|comentarios|comentar|escuchar|inicio|buscar|condividi|salva|"
    "stampa|pubblicità|commenti|leggi anche|partilhar|udostępnij|drukuj|reklama|czytaj więcej|"
    "komentarze|zaloguj się|поділитися|поширити|друкувати|реклама|читати далі|показати більше|"
    "коментарі|головна|підписатися|увійти|поделиться|распечатать|читать далее|показать еще|"
    "комментарии|главная|подписаться|войти";

/// Who else worked on the article, and what a site says of its age.
constexpr std::string_view credits =
    "reporting by |additional reporting by |editing by |writing by |compiled by |"
    "this article is more than ";

constexpr std::string_view sign_ups =
    "sign up for|sign up here|sign up to|subscribe to|subscribe for|join our|get our|"
    "get the latest|get the day's|enter your email|your email|thank you for signing up|"
    "become a member|support independent|we use cookies|this site uses cookies|by signing up|"
    "by clicking|already a subscriber|this article is for subscribers|privacy notice:|"
    "newsletters may contain|our newsletter|follow us on|follow bbc|download our app|"
    "jetzt abonnieren|melden sie sich|abonnieren sie|newsletter abonnieren|hier anmelden|"
    "wir verwenden cookies|ihre e-mail|jetzt anmelden|inscrivez-vous|abonnez-vous|recevez|"
    "votre adresse|nous utilisons des cookies|article réservé|suscríbete a|suscríbase|"
    "regístrate|recibe |apúntate|utilizamos cookies|iscriviti|zapisz się|підпишіться|"
    "підписуйтесь|підписуйтеся|підпишись|подпишитесь|подписывайтесь|мы используем файлы cookie|"
    "ми використовуємо файли cookie|читайте нас";

constexpr std::string_view teasers =
    "article image|read also|also read|read more:|read next|see also:|see also|related:|"
    "recommended|editor's picks|editors' picks|lesen sie auch|mehr dazu|auch interessant|"
    "mehr zum thema|lesen sie hier|lire aussi|à lire aussi|lire aussi :|sur le même sujet|"
    "lea también|lee también|le puede interesar|más información|leggi anche|leia também|"
    "czytaj też|czytaj także|zobacz też|читайте також|читайте також:|дивіться також|"
    "читайте также|читайте также:|смотрите также";

constexpr std::string_view teaser_starts =
    "read more:|read also:|also read:|see also:|related:|lesen sie auch:|mehr dazu:|lire aussi|"
    "à lire aussi|lea también|lee también|leggi anche|czytaj też:|czytaj także:|читайте також:|"
    "читайте также:";

constexpr std::string_view endings =
    "most read|most popular|most viewed|related articles|related stories|related topics|"
    "related news|related content|more on this story|more from|more stories|top stories|"
    "latest news|recommended stories|you may also like|view comments|around the bbc|"
    "explore more on these topics|more for you|up next|elsewhere on|sponsored content|"
    "our standards: the thomson reuters trust principles.|suggested topics:|meistgelesen|"
    "mehr zum thema|mehr aus|verwandte artikel|weitere artikel|"
    "das könnte sie auch interessieren|les plus lus|sur le même sujet|à lire également|"
    "nos lecteurs ont lu ensuite|articles liés|dans la même rubrique|lo más visto|lo más leído|"
    "noticias relacionadas|archivado en|más noticias|i più letti|najczęściej czytane|powiązane|"
    "найпопулярніше|популярні новини|новини за темою|останні новини|матеріали за темою|"
    "самое читаемое|материалы по теме|новости по теме";

constexpr std::string_view author_boxes =
    "avatar|about the author|about the authors|author|written by|über den autor|"
    "über die autorin|zur autorin|zum autor|à propos de l'auteur|sobre el autor|sobre la autora|"
    "об авторе|про автора|про авторку|o autorze";

constexpr std::string_view reading_times =
    "min read|mins read|minute read|minutes read|min. read|lesedauer|min. lesezeit|"
    "minuten lesezeit|min lesezeit|lecture |min de lecture|temps de lecture|min de lectura|"
    "minutos de lectura|tiempo de lectura|min di lettura|min czytania|хв читання|хвилин читання|"
    "хвилини читання|мин. чтения|мин чтения|час читання|время чтения|min reading";

constexpr std::string_view roles =
    "editor|correspondent|reporter|journalist|columnist|writer|chief|producer|photographer|"
    "analyst|commentator|critic|redakteur|redakteurin|korrespondent|korrespondentin|reporterin|"
    "autorin|journaliste|correspondant|correspondante|rédacteur|rédactrice|envoyé spécial|"
    "envoyée spéciale|corresponsal|periodista|redactor|redactora|enviado especial|"
    "enviada especial|corrispondente|giornalista|dziennikarz|dziennikarka|редактор|редакторка|"
    "кореспондент|кореспондентка|журналіст|журналістка|корреспондент|журналист";

constexpr std::string_view by_words =
    "by |by: |words by |written by |story by |von |par |por |di |texte : |autor: |autorin: |"
    "author: |authors: |автор: |автори: |авторка: |автор — |текст: |auteur : |un artículo de |"
    "ein artikel von |eine analyse von ";

constexpr std::string_view published_words =
    "published on |published at |published: |published |first published on |first published: |"
    "posted on |posted: |posted |date: |veröffentlicht am |veröffentlicht: |erschienen am |"
    "stand: |publié le |publié |paru le |publicado el |publicado: |publicado |pubblicato il |"
    "publicado em |opublikowano: |опубліковано: |опубліковано |опубликовано: |дата: |am ";

constexpr std::string_view updated_words =
    "updated on |updated at |updated: |updated |last updated on |last updated: |last updated |"
    "last modified on |last modified |modified |aktualisiert am |aktualisiert: |"
    "zuletzt aktualisiert: |zuletzt aktualisiert am |mis à jour le |modifié le |mis à jour |"
    "actualizado el |actualizado: |actualizado |aggiornato il |aktualizacja: |оновлено: |"
    "оновлено |обновлено: |обновлено ";

constexpr std::string_view caption_words =
    "photo: |photos: |photograph: |photo by |photo credit: |picture: |image: |image source, |"
    "image caption, |image caption: |media caption, |illustrative image: |illustration: |"
    "illustration by |file photo: |a file photo |credit: |caption: |foto: |fotos: |bild: |"
    "quelle: |symbolbild: |archivbild: |crédit : |photo : |crédits : |image d'illustration : |"
    "imagen: |imagen de archivo: |fotografía: |archivo: |fot. |zdjęcie: |фото: |світлина: |"
    "ілюстративне фото: |иллюстрация: |© ";

constexpr std::string_view tag_words =
    "tags: |topics: |filed under: |keywords: |schlagworte: |themen: |mots-clés : |étiquetas: |"
    "temas: |теги: |tagi: ";

constexpr std::string_view corrections =
    "this article was amended on|this article was corrected on|correction:|corrections:|"
    "clarification:|korrektur:|in einer früheren version|rectificatif|fe de errores|"
    "виправлення:";

bool is_one_of(std::string_view text, std::string_view words) {
  return any_of_words(words, [&](std::string_view word) { return text == word; });
}

bool begins_with_one_of(std::string_view text, std::string_view words) {
  return any_of_words(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::size_t longest_start(std::string_view text, std::string_view words) {
  std::size_t longest = 0;
  any_of_words(words, [&](std::string_view word) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
    return false;
  });
  return longest;
}

/// "12 comments", "3 shares": a count and a label.
bool is_count(std::string_view folded) {
  const std::size_t label = folded.find_first_not_of("0123456789.,k ");
  return label != std::string_view::npos && label > 0 && is_one_of(folded.substr(label), furniture);
}

}  // namespace

std::string fold_page_line(std::string_view line) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())});
  text.toLower();
  text.findAndReplace(icu::UnicodeString(u'\u2019'), icu::UnicodeString(u'\''));
  text.findAndReplace(icu::UnicodeString(u'\u00a0'), icu::UnicodeString(u' '));
  text.findAndReplace(icu::UnicodeString(u'\u202f'), icu::UnicodeString(u' '));
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

bool is_page_furniture(std::string_view folded) {
  constexpr std::size_t longest_credits = 250;
  const bool is_credits = folded.size() < longest_credits && begins_with_one_of(folded, credits);
  return is_one_of(folded, furniture) || is_count(folded) || is_credits;
}

bool begins_sign_up(std::string_view folded) { return begins_with_one_of(folded, sign_ups); }

bool marks_teaser(std::string_view folded) {
  return is_one_of(folded, teasers) || begins_with_one_of(folded, teaser_starts);
}

bool ends_page(std::string_view folded) {
  constexpr std::size_t longest = 60;
  return folded.size() <= longest && begins_with_one_of(folded, endings);
}

bool begins_author_box(std::string_view folded) { return is_one_of(folded, author_boxes); }

bool is_reading_time(std::string_view folded) {
  constexpr std::size_t longest = 45;
  const bool has_number = folded.find_first_of("0123456789") != std::string_view::npos;
  return folded.size() <= longest && has_number &&
         any_of_words(reading_times, [&](std::string_view words) {
           return folded.find(words) != std::string_view::npos;
         });
}

bool is_page_role(std::string_view folded) {
  constexpr std::size_t longest = 70;
  if (folded.size() > longest) return false;
  return any_of_words(roles, [&](std::string_view role) {
    const std::size_t at = folded.find(role);
    return at != std::string_view::npos &&
           (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-');
  });
}

std::size_t by_word_size(std::string_view folded) { return longest_start(folded, by_words); }

std::size_t published_word_size(std::string_view folded) {
  return longest_start(folded, published_words);
}

std::size_t updated_word_size(std::string_view folded) {
  return longest_start(folded, updated_words);
}

std::size_t caption_word_size(std::string_view folded) {
  return longest_start(folded, caption_words);
}

std::size_t tags_word_size(std::string_view folded) { return longest_start(folded, tag_words); }

bool begins_correction(std::string_view folded) { return begins_with_one_of(folded, corrections); }

}  // namespace news
