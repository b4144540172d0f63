/*
 * What leads to a person, as sources of patterns. Not as patterns: the telephone reads this file, too, and a browser
 * that knows no look behind would not run the page at all. Where they cannot be made, only the server looks.
 */

export type Source = readonly [pattern: string, flags: string];

const i = (pattern: string): Source => [pattern, 'iu'];
const u = (pattern: string): Source => [pattern, 'u'];
const all = ([pattern, flags]: Source): Source => [pattern, `${flags}g`];

export const MAIL = [
  i(String.raw`\S*\s?(?:@|\((?:at|ät)\)|\[(?:at|ät)\])\s?\S*`),
  i(String.raw`\S+\s+(?:at|ät)\s+[\w-]+\.\p{L}{2,}`),
];

/** Hours and sums of money have as many digits as a phone number; the database leaves them out, too. */
export const NO_PHONE = all(
  i(String.raw`\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|bis)\s*\d{1,2}(?:[.:]\d{2})?\s*uhr|\d+\s*(?:euro|€)`),
);

/** Days and times of a day: in what everybody reads they are what matters most, and begin like a number with its area code. */
export const WHEN = all(
  i(
    String.raw`(?<!\d)(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:20)?\d{2}(?!\d))?|(?:[01]?\d|2[0-4])[.:][0-5]\d(?:\s*(?:-|–|bis)\s*(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?![\d.]))`,
  ),
);

// Six digits or more in a row; a number with its area code: what the database holds, too.
export const PHONE_KEPT_OUT = [
  u(String.raw`\d{6,}`),
  u(String.raw`(?<!\d)(?:0|\+)\d(?:[ /().-]*\d){5,}`),
];

/**
 * What is counted in a sentence: a number before it is no house. Of people several: "Lindenweg 5, Frau mit Hund" is
 * somebody's home, and so it is without the comma.
 */
const PEOPLE =
  'kinder|leut|personen|jugendlich|familien|frauen|männer|menschen|hunde|eltern|mütter|väter|ältere[nr]?(?!\\p{L}|\\s+(?:frau|dame|mann|herr)(?!\\p{L}))|senior(?:en|innen)|nachbar(?:n|innen)|mädchen|jung|teen|erwachsen|gesicht|neue|weitere|andere|gäste|schüler|anwohn|bewohn|interessiert|besuch';
const THINGS =
  'gespräch|kontakt|mal|uhr|jahr|woche|tag|minute|stunde|euro|€|bänk|bank|vorschl|idee|karte|bus|prozent|meter|km|grad|anlieg|hinweis|baum|bäum|latern|auto|fahrr|%|(?:bis|und|oder|-|–)\\s*\\d{1,2}(?:[.:]\\d{2})?\\s*uhr';
const COUNTED = `${PEOPLE}|${THINGS}`;
/** One of them: "Am Ring 1 Familie getroffen". */
const ONE = '(?<=(?<!\\d)1\\s*)(?:kind|person|famili|frau|mann|mensch|hund|mutter|vater|senior)';
const NOT_COUNTED = String.raw`(?!\s*(?:${COUNTED}|${ONE}))`;
/** Lists of lines and ages, and days without their dots, look like pairs of a phone number. */
const NO_PAIRS = String.raw`(?<!(?:linien?|bus(?:se)?|alter|am|vom|zum|seit|ab|bis)\P{L}{1,2})`;
/** With strokes between its pairs it may be a day: the pair in the middle is a month. */
const A_DAY = String.raw`\d{2}[/-](?:0\d|1[0-2])[/-]`;

// Pairs as one says them, four or more with whatever between, or three; or any number somebody is said to be reached by.
export const PHONE = [
  u(String.raw`(?<!\d)\d{2}(?:(?: | ?/ ?)\d{2}){3,}(?!\d)`),
  i(
    String.raw`${NO_PAIRS}(?<![\d.:,/-])(?!${A_DAY})\d{2}([ /-])\d{2}\1\d{2}(?![\d/-]|[.:,]\d)${NOT_COUNTED}`,
  ),
  i(
    String.raw`(?:tel(?:efon)?|handy|mobil|whatsapp|ruf(?:nummer)?|anruf\p{L}*|erreichbar|durchwahl)\P{L}{0,3}(?:unter )?\d[\d /-]{2,}\d`,
  ),
];

/** A number of a house, and what it may be followed by. */
const HOUSE_NUMBER = String.raw`\s*,?\s*\d{1,3}\s?[a-h]?(?![\p{L}\d:]|\.\d)${NOT_COUNTED}`;

/** Places that end like a street and have no houses. */
export const NO_STREET = i(
  '(?:spiel|bolz|sport|park|wäsche|fußball|grill|rodel)(?:platz|weg|hang|berg)$',
);

export const HOUSE_STREET = all(
  i(
    String.raw`(?<!\p{L})(\p{L}*(?:straße|strasse|str\.?|ring|weg|platz|gasse|allee|hang|siedlung|ufer|damm|berg|steig|markt|promenade))${HOUSE_NUMBER}`,
  ),
);

const TOWNS =
  'Leipzig|Dresd|Chemnitz|Zwickau|Plau|Karlsbad|Berlin|Freiberg|Annaberg|Schneeberg|Schwarzenberg|Auerbach|Griesbach|Lößnitz|Stollberg|Meiß|Gera|Jena|Weimar|Erfurt|Hall|Magdeburg|Potsdam|Hamburg|Brem|Münch|Nürnberg|Prag|Eger|Hof|Görlitz|Bautz|Pirna|Thüring|Sachs|Zschorlau|Eibenstock';
/** Where one meets people, and days: a number after them counts something. */
const NO_HOUSES =
  '(?:info)?stand|kiosk|[\\p{L}-]*(?:spielplatz|bolzplatz|platz|wagen|mobil|haltestelle|treff|hof|tag|abend|morgen|mittag|ende|café|garten)|montag|mittwoch|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|frühjahr|sommer|herbst|winter|schnitt|alter|monat|jahr|woche|regel|zug|gespräch|nachhinein|gruppe|linie|bus|gleis|tor|kita|schule|bibliothek|rathaus|büro';

/** What may be where somebody lives, and may be something else: whoever wrote it knows. */
export const MAYBE_HOUSE = [
  u(
    String.raw`(?<!\p{L})(?:[Ww]ohn(?:t|en|haft)|[Ll]eb(?:t|en))\s+(?:\p{L}+\s+){0,3}?\p{Lu}\p{L}+\s+\d{1,3}\s?[a-h]?(?![\p{L}\d:]|\.\d)${NOT_COUNTED}`,
  ),
  i(
    String.raw`(?<!\p{L})(?:an der|an den|am|im|in der|in den|unter den|zum|zur|auf dem|auf der|hinter de[mr]|vor de[mr]|neben de[mr])\s+(?!(?:${NO_HOUSES})(?!\p{L}))\p{L}{3,}${HOUSE_NUMBER}`,
  ),
  i(String.raw`(?<!\p{L})(?:${TOWNS})n?er${HOUSE_NUMBER}`),
];

/** Where everybody may go: a floor or a house of it is nobody’s home. */
const OF_ALL = String.raw`(?!\s+(?:der|des|von|im|in der)\s+\p{L}*(?:bibliothek|bücherei|kita|schule|rathaus|büro|bürgerhaus|museum|heim|kirche))`;

export const HOUSE = [
  i(
    String.raw`(?<!\p{L})(?:haus|hausnummer|hausnr\.?|block|aufgang|eingang|hauseingang)\s*(?:nr\.?|nummer)?\s*:?\s*\d{1,3}\s?[a-h]?(?!\p{L}|\d)${OF_ALL}`,
  ),
  // "Nr. 4", unless it is the number of something everybody may know.
  i(
    String.raw`(?<!(?:bus|linie|vorschlag|vorschlags|idee|frage|punkt|thema|karte|buslinie|wunsch|anliegen)\s{0,2})(?<!\p{L})(?:nr\.?|nummer)\s*:?\s*(?!11[0256](?!\d))\d{1,3}\s?[a-h]?(?!\d|\p{L})`,
  ),
  u(String.raw`(?<![\p{L}\d&])#\s?\d{1,3}(?!\d)`),
];

const NTH = String.raw`(?:\d{1,2}\.|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwölft|oberst|unterst|letzt)e[nrms]?)`;

export const DOOR = [
  i(
    String.raw`(?<!\p{L})(?:klingel(?:schild(?:er)?|n|knopf)?|türschild(?:er)?|wohnungstür|whg\.?)(?!\p{L})`,
  ),
  i(
    String.raw`(?<!\p{L})${NTH}\s*(?:stock(?:werk)?|etage|etg\.?|og|obergeschoss)(?!\p{L})${OF_ALL}`,
  ),
  i(
    String.raw`(?<!\p{L})(?:eg|og|erdgeschoss|hochparterre|parterre|dachgeschoss|dg|oben|unten|wohnung)\s*,?\s*(?:links|rechts|mitte)(?!\p{L})`,
  ),
  i(
    String.raw`(?<!\p{L})(?:tür|we|wohnung|appartement)\s*(?:nr\.?|nummer)?\s*:?\s*\d{1,3}(?!\d|\p{L})${NOT_COUNTED}`,
  ),
  // What is missing or too dear is a topic; in, at or out of one somebody lives.
  i(
    String.raw`(?<!\p{L})(?:in|an|vor|aus|bei)\s+(?:der|einer|ihrer|seiner|meiner)\s+(?:wohnung|appartement)(?!\p{L})`,
  ),
  u(String.raw`(?<!\p{L})[Bb]riefkasten\s+(?:\p{Lu}(?!\p{L}*\.)|\d)`),
];

/** What has parts that are called by a letter: "Variante B." */
const LETTERED =
  'Variante|Platz|Haus|Gruppe|Raum|Saal|Protokoll|Abschnitt|Option|Plan|Seite|Punkt|Anlage|Block|Teil|Entwurf|Vorschlag|Antwort|Frage|Aufgang|Eingang|Weg|Linie|Klasse|Stufe|Siehe|Kapitel|Tabelle|Bild';
/** Fridays are written like somebody's title. */
const NO_FRIDAY = String.raw`(?<!(?:(?<!\p{L})(?:bis|und|oder|je|jeden|am|von)|Mo\.|Di\.|Mi\.|Do\.|Sa\.|[-–/])\s{0,2})(?!Fr\.\s+(?:Vor|Nach|Abend|Mittag|Morgen|Sprech|Treff|Früh))`;
/** Anybody's family, not one by name. */
const ANY_FAMILY = String.raw`(?<!(?:jede|pro|eine|keine|die|der|unsere|Ihre|deine)\s)`;

export const NAME = [
  // Somebody by title; "Frau Mitte 60" and the like are no names, but a tick is cheap.
  u(
    String.raw`(?<!\p{L})(?:Herrn?|Frau|${ANY_FAMILY}Familie|Fam\.?|Hr\.?|${NO_FRIDAY}Fr\.|Dr\.|Oma|Opa|Tante|Onkel)\s+(?:(?:von|van|de)\s+(?:de[rnm]\s+)?)?(?!(?:Mitte|Anfang|Ende)(?!\p{L}))\p{Lu}[\p{L}-]*\.?`,
  ),
  u(
    String.raw`(?<!\p{L})(?:herrn?|frau|familie|fam\.?|hr\.?)\s+(?!(?:möcht|sag|frag|wünsch|such|wohn|komm|mitt|ohne|auch|hatt|find|fand|erzähl|bericht|beschwer|nach|unter|zwischen|sowie|oder|welch|sitzt|steht|geht|meint|freut|wird|kann|soll|brauch|nutzt|über|beim)\p{L}*)\p{Ll}{4,}`,
  ),
  // A first name with the beginning of a second one.
  u(String.raw`(?<!\p{L})(?!(?:${LETTERED})\s)\p{Lu}\p{Ll}{2,}\s\p{Lu}\.(?!\s?\p{Lu}\.|\s?\d)`),
  u(String.raw`(?<!\p{L})namens\s+\p{Lu}\p{Ll}+`),
  // Groups have names as well, and "heißt Teilhabe" asks for a word: a person has two.
  u(
    String.raw`(?<!\p{L})(?:hei(?:ß|ss)t|genannt)\s+(?!(?:Sie|Ihnen|Ihre?[nmsr]?|Euch|Du)\s)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+`,
  ),
  u(
    String.raw`(?<!\p{L})(?:Mutter|Vater|Mama|Papa|Mutti|Vati|Sohn|Tochter|Bruder|Schwester|Mann|Frau|Oma|Opa)\s+von\s+\p{Lu}\p{Ll}+`,
  ),
];

/** Words a sentence begins with that are no first name; so are those that end like adjectives and nouns. */
export const BEGINS = u(
  String.raw`^(?:Der|Die|Das|Dem|Den|Des|Ein|Eines|Kein|Beim|Zum|Zur|Vom|Bei|Für|Mit|Von|Aus|Nach|Auf|Vor|Wenn|Wir|Sie|Und|Auch|Mehr|Etwa|Als|Über|Unter|Ohne|Zwei|Drei|Vier|Fünf|Gestern|Dort|Hier|Dann|Nur|Noch|Viel|Oft|Alles|Nicht|Gegen|Bis|Seit|Durch|Jetzt|Abends|Morgens|Mittags|Trotz|Was|Wer|Wie|Wo|Warum|Wenig|Nichts|Überall|Sechs|Acht|Neun|Zehn|Elf|Zwölf|Anfang|Mitte|Beispiel|Teil|Bedarf|Nacht|Monat|Anzahl|Richtung|Thema|Problem|Interesse|Kiosk|Eingang|Team|Kita|Hort|\p{L}+e[nrsm]?|\p{L}+rn|\p{L}+(?:ung|heit|keit|schaft|tion|tät|rei|stand|wunsch|schlag|mangel|hof|tag|mittag|abend|bus|laden|treff|fest|café|platz|park|punkt|raum|bank|büro|gebiet|fahrt|gebühr|amt|heim|wort|weg|kreis|markt)|Café|Bus|Stand|Wunsch|Mangel|Hof|Laden|Treff|Fest)$`,
);
/** What makes a name before it that of a place. */
const OF_A_STREET = String.raw`(?:[Ss]traße|[Ss]trasse|[Ss]tr|Ring|Weg|Platz|Gasse|Allee|Park|(?:Grund|Ober)?[Ss]chule|Ufer|Damm|Kita|Kirche|Gymnasium|Denkmal)(?!\p{L})`;
export const STREET_WORD = u(`^${OF_A_STREET}`);
/** Each first one with the one behind it, which may be the first of the next pair. */
export const TWO_WORDS = all(
  u(
    String.raw`(?<![\p{L}-])(\p{Lu}\p{Ll}{2,})(?=([^\S\n]+)(\p{Lu}\p{Ll}+)(?![\p{L}-]|\s+${OF_A_STREET}))`,
  ),
);
/** Beside whom: no place is called like that. */
export const BESIDE = i(String.raw`(?<!\p{L})(?:bei|mit|zu|von)[^\S\n]+$`);
export const A_PLACE = i(
  '(?:straße|ring|weg|platz|gasse|allee|hang|siedlung|ufer|damm|berg|steig|nummer|markt|garten|park|schule|haus)$',
);
/** What is no second name. */
export const NO_SURNAME = i(
  String.raw`^(?:${COUNTED}|kind|frau|mensch|familie|mütter|nord|süd|ost|west|mitte|eingang|ausgang|ecke|regen|licht|müll|(?:nr|sie|ihre?[nms]?|alte)(?!\p{L}))`,
);
