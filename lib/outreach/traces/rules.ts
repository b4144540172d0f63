import { withPlainDigits } from '@/lib/core/typed';
import type { Trace, TraceKind } from '../types';

const MAIL = [
  /\S*\s?(?:@|\((?:at|ät)\)|\[(?:at|ät)\])\s?\S*/iu,
  /\S+\s+(?:at|ät)\s+[\w-]+\.\p{L}{2,}/iu,
];

/** Hours and sums of money have as many digits as a phone number; the database leaves them out, too. */
const NO_PHONE =
  /\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|bis)\s*\d{1,2}(?:[.:]\d{2})?\s*uhr|\d+\s*(?:euro|€)/giu;

// Six digits or more in a row; a number with its area code: what the database holds, too.
const PHONE_KEPT_OUT = [/\d{6,}/u, /(?<!\d)(?:0|\+)\d(?:[ /().-]*\d){5,}/u];

// Pairs as one says them; or any number somebody is said to be reached by.
const PHONE = [
  /(?<!\d)\d{2}(?: \d{2}){3,}(?!\d)/u,
  /(?:tel(?:efon)?|handy|mobil|whatsapp|ruf(?:nummer)?|anruf\p{L}*|erreichbar|durchwahl)\P{L}{0,3}(?:unter )?\d[\d /-]{2,}\d/iu,
];

/** What is counted in a sentence: a number before it is no house. */
const COUNTED =
  'kind|leut|person|jugend|famili|frau|mann|männer|mensch|gespräch|kontakt|mal|uhr|jahr|woche|tag|minute|stunde|euro|€|hund|bänk|bank|eltern|mütter|mutter|vater|väter|ältere|senior|nachbar|interessiert|vorschl|idee|karte|mädchen|jung|teen|bus|prozent|meter|erwachsen|besuch|gesicht|neue|weitere|andere|km|grad|gäste|schüler|anwohn|bewohn|anlieg|hinweis|baum|bäum|latern|auto|fahrr|%|(?:bis|und|oder|-|–)\\s*\\d{1,2}(?:[.:]\\d{2})?\\s*uhr';

/** Places that end like a street and have no houses. */
const NO_STREET = /(?:spiel|bolz|sport|park|wäsche|fußball|grill|rodel)(?:platz|weg|hang|berg)$/iu;

const HOUSE_STREET = new RegExp(
  String.raw`(?<!\p{L})(\p{L}*(?:straße|strasse|str\.?|ring|weg|platz|gasse|allee|hang|siedlung|ufer|damm|berg|steig|markt|promenade))\s*,?\s*\d{1,3}\s?[a-h]?(?![\p{L}\d:]|\.\d)(?!\s*(?:${COUNTED}))`,
  'giu',
);

/** Where everybody may go: a floor or a house of it is nobody’s home. */
const OF_ALL = String.raw`(?!\s+(?:der|des|von|im|in der)\s+\p{L}*(?:bibliothek|bücherei|kita|schule|rathaus|büro|bürgerhaus|museum|heim|kirche))`;

const HOUSE = [
  new RegExp(
    String.raw`(?<!\p{L})(?:haus|hausnummer|hausnr\.?|block|aufgang|eingang|hauseingang)\s*(?:nr\.?|nummer)?\s*:?\s*\d{1,3}\s?[a-h]?(?!\p{L}|\d)${OF_ALL}`,
    'iu',
  ),
  // "Nr. 4", unless it is the number of something everybody may know.
  /(?<!(?:bus|linie|vorschlag|vorschlags|idee|frage|punkt|thema|karte|buslinie|wunsch|anliegen)\s{0,2})(?<!\p{L})(?:nr\.?|nummer)\s*:?\s*(?!11[0256](?!\d))\d{1,3}\s?[a-h]?(?!\d|\p{L})/iu,
  /(?<![\p{L}\d&])#\s?\d{1,3}(?!\d)/u,
];

const NTH = String.raw`(?:\d{1,2}\.|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|oberst|unterst|letzt)e[nrms]?)`;

const DOOR = [
  /(?<!\p{L})(?:klingel(?:schild(?:er)?|n|knopf)?|türschild(?:er)?|wohnungstür|whg\.?)(?!\p{L})/iu,
  new RegExp(
    String.raw`(?<!\p{L})${NTH}\s*(?:stock(?:werk)?|etage|etg\.?|og|obergeschoss)(?!\p{L})${OF_ALL}`,
    'iu',
  ),
  /(?<!\p{L})(?:eg|og|erdgeschoss|hochparterre|parterre|dachgeschoss|dg|oben|unten|wohnung)\s*,?\s*(?:links|rechts|mitte)(?!\p{L})/iu,
  new RegExp(
    String.raw`(?<!\p{L})(?:tür|we|wohnung|appartement)\s*(?:nr\.?|nummer)?\s*:?\s*\d{1,3}(?!\d|\p{L})(?!\s*(?:${COUNTED}))`,
    'iu',
  ),
  // What is missing or too dear is a topic; in, at or out of one somebody lives.
  /(?<!\p{L})(?:in|an|vor|aus|bei)\s+(?:der|einer|ihrer|seiner|meiner)\s+(?:wohnung|appartement)(?!\p{L})/iu,
  /(?<!\p{L})[Bb]riefkasten\s+(?:\p{Lu}(?!\p{L}*\.)|\d)/u,
];

const NAME = [
  // Somebody by title; "Frau Mitte 60" and the like are no names, but a tick is cheap.
  /(?<!\p{L})(?:Herrn?|Frau|Familie|Fam\.?|Hr\.?|Fr\.|Dr\.|Oma|Opa|Tante|Onkel)\s+(?:(?:von|van|de)\s+(?:de[rnm]\s+)?)?(?!(?:Mitte|Anfang|Ende)(?!\p{L}))\p{Lu}[\p{L}-]*\.?/u,
  /(?<!\p{L})(?:herrn?|frau|familie|fam\.?|hr\.?)\s+(?!(?:möcht|sag|frag|wünsch|such|wohn|komm|mitt|ohne|auch|hatt|find|fand|erzähl|bericht|beschwer|nach|unter|zwischen|sowie|oder|welch|sitzt|steht|geht|meint|freut|wird|kann|soll|brauch|nutzt|über|beim)\p{L}*)\p{Ll}{4,}/u,
  // A first name with the beginning of a second one.
  /(?<!\p{L})\p{Lu}\p{Ll}{2,}\s\p{Lu}\.(?!\s?\p{Lu}\.|\d)/u,
  /(?<!\p{L})(?:namens|hei(?:ß|ss)t|genannt)\s+\p{Lu}\p{Ll}+/u,
  /(?<!\p{L})(?:Mutter|Vater|Mama|Papa|Mutti|Vati|Sohn|Tochter|Bruder|Schwester|Mann|Frau|Oma|Opa)\s+von\s+\p{Lu}\p{Ll}+/u,
];

/** Words a sentence begins with that are no first name; so are those that end in e. */
const BEGINS =
  /^(?:Der|Die|Das|Dem|Den|Des|Ein|Einer|Eines|Kein|Beim|Zum|Zur|Vom|Bei|Für|Mit|Von|Aus|Nach|Auf|Vor|Wenn|Wir|Sie|Und|Auch|Mehr|Mehrere|Etwa|Als|Über|Unter|Ohne|Zwei|Drei|Vier|Fünf|\p{L}+e[nr]?)$/u;
const TWO_WORDS = /(?<!\p{L})(\p{Lu}\p{Ll}{2,})\s(\p{Lu}\p{Ll}{2,})(?![\p{L}-])/gu;
const A_PLACE =
  /(?:straße|ring|weg|platz|gasse|allee|hang|siedlung|ufer|damm|berg|steig|nummer|markt|garten|park|schule|haus)$/iu;

function found(kind: TraceKind, patterns: readonly RegExp[], text: string): Trace | null {
  for (const pattern of patterns) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { kind, words: words.trim() };
  }
  return null;
}

function streetIn(text: string): Trace | null {
  for (const [words, street = ''] of text.matchAll(HOUSE_STREET))
    if (!NO_STREET.test(street)) return { kind: 'house', words: words.trim() };
  return null;
}

/** What no place may be called, not even in the settings: the database refuses it, whoever writes. */
export function keptOut(text: string): Trace | null {
  const plain = withPlainDigits(text);
  return found('mail', MAIL, plain) ?? found('phone', PHONE_KEPT_OUT, plain.replace(NO_PHONE, 'x'));
}

/**
 * What in a text leads to a person and must never be kept: numbers, addresses, houses, doors. One of the kinds that
 * are there. Words alone cannot prove that nobody is meant; they catch what people write without thinking.
 */
export function traceOf(text: string): Trace | null {
  const plain = withPlainDigits(text);
  return (
    keptOut(plain) ??
    found('phone', PHONE, plain.replace(NO_PHONE, 'x')) ??
    streetIn(plain) ??
    found('house', HOUSE, plain) ??
    found('door', DOOR, plain)
  );
}

/** What looks like the name of a person; whoever wrote it may say that it is none. */
export const nameIn = (text: string): Trace | null => found('name', NAME, withPlainDigits(text));

/** Two words of a sentence that might be a first and a second name. */
export function twoWordsIn(text: string): Trace | null {
  for (const [words, one = '', other = ''] of withPlainDigits(text).matchAll(TWO_WORDS))
    if (!BEGINS.test(one) && !A_PLACE.test(one) && !A_PLACE.test(other))
      return { kind: 'name', words };
  return null;
}
