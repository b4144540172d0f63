-- How people compare texts: without capitals, accents and letters nobody sees, "ä" and "ae" alike.
-- `lib/core/folded.ts` says the same; `lib/core/folded.test.ts` holds the two together.
CREATE OR REPLACE FUNCTION "folded"("words" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET timezone = 'UTC'
  RETURN regexp_replace(normalize(replace(replace(replace(replace(replace(replace(translate(
    lower(regexp_replace(normalize("words", NFKC), '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g')),
    'øłđıς', 'oldiσ'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFKD),
    '[\u0300-\u036f]', '', 'g');
