#pragma once

#include "common/names/romanize.h"

namespace news {

/// What the spelling of a name says about where it is from.
struct Looks {
  bool oriental = false;  ///< Romanised from Arabic, Persian or an Indian language.
  bool slavic = false;    ///< From Cyrillic, or from Georgian or Armenian as Russian news had them.
  bool greek = false;
  bool french = false;   ///< From Cyrillic as in French, with a silent e.
  bool western = false;  ///< Of a language with Latin letters, and neither of those.
};

/// By endings and by letters that hardly any other language has. From any thread.
Looks looks_of(const Romanized& name);

/// Which rules of romanisation a pair of names may be held to (SpellingRule::kin).
struct Kinship {
  bool foreign = false;   ///< Romanised alike, or one of them is not in Latin letters.
  bool oriental = false;  ///< One looks oriental, and the other does not say no.
  bool french = false;    ///< One has the silent e of French romanisation.
  bool neutral = false;   ///< Neither looks western.
};

/// All that a pair may be.
inline constexpr Kinship closest_kin{
    .foreign = true, .oriental = true, .french = true, .neutral = true};

Kinship kinship_of(const Romanized& a, const Romanized& b);

}  // namespace news
