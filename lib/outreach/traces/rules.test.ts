import { describe, expect, test } from 'vitest';
import { nameProblem, placeProblem, traceIn, traceProblem } from './rules';

const inNote = (note: string, noName = false) => traceIn({ place: '', note, noName }, false);
const inPlace = (place: string, isOfSettings = false) =>
  traceIn({ place, note: '', noName: false }, isOfSettings);

describe('somebody by name', () => {
  test.each([
    // Names that end like other words do.
    ['Peter Müller fragt nach Licht', 'Peter Müller'],
    ['Dieter Krause', 'Dieter Krause'],
    ['Mit Jürgen Klein gesprochen', 'Jürgen Klein'],
    ['Sabine Schmidt', 'Sabine Schmidt'],
    ['Renate Kroll möchte eine Bank', 'Renate Kroll'],
    ['Torsten Weber und zwei Kinder', 'Torsten Weber'],
    ['Noureddine Belkacem', 'Noureddine Belkacem'],
    // A word before it takes nothing away from it.
    ['Heute Anna Schmidt getroffen', 'Anna Schmidt'],
    ['Rentner Anna Schmidt', 'Anna Schmidt'],
    ['Meine Anna Schmidt', 'Anna Schmidt'],
    ['Heute Dilek Aydın getroffen', 'Dilek Aydın'],
    ['Rentner Vlad Popescu', 'Vlad Popescu'],
    // However it is set.
    ['Anna  Schmidt', 'Anna  Schmidt'],
    ['Anna\tSchmidt', 'Anna Schmidt'],
    ['Anna\nSchmidt', 'Anna\nSchmidt'],
    ['Schmidt, Anna', 'Schmidt, Anna'],
    ['Krause,Dieter', 'Krause,Dieter'],
    ['Hofmann, Jan', 'Hofmann, Jan'],
    ['anna schmidt', 'anna'],
    ['PETER MÜLLER', 'PETER'],
    ['juergen klein', 'juergen'],
    ['Ali Öz', 'Ali Öz'],
    ['Özlem Kaya', 'Özlem Kaya'],
    ['Minh Le', 'Minh Le'],
    ['Ümit Korkmaz', 'Ümit Korkmaz'],
    ['Hans-Peter Müller', 'Hans-Peter Müller'],
    ['Anna-Lena kommt wieder', 'Anna-Lena'],
    ['Anna Müller-Lindner', 'Anna Müller-Lindner'],
    ['Heike Rosenberg', 'Heike Rosenberg'],
    ['Max Lindner', 'Max Lindner'],
    ['Peter fragt nach der Bank.', 'Peter'],
    ['Die Bank will vor allem Peter.', 'Peter'],
    ['Erika Lindner fragt nach Licht', 'Erika Lindner'],
  ])('%j names %j', (note, words) => {
    expect(inNote(note)).toEqual({ trace: { kind: 'name', words }, field: 'note' });
    // A tick says that it is none.
    expect(inNote(note, true)).toBeNull();
  });

  test.each([
    ['bei Peter Müller', 'Peter Müller'],
    ['Bei Dilek Aydın', 'Dilek Aydın'],
    ['Hof von Vlad Popescu', 'Vlad Popescu'],
    ['Krause, Dieter', 'Krause, Dieter'],
  ])('%j is no place', (place, words) => {
    expect(inPlace(place)).toEqual({ trace: { kind: 'name', words }, field: 'place' });
    expect(inPlace(place, true)).toBeNull();
  });
});

describe('where somebody lives', () => {
  test.each([
    ['street', 'Leipziger 12'],
    ['street', 'Karlsbader 4a'],
    ['street', 'Am Wasserturm 3'],
    ['street', 'Unter den Linden 5'],
    ['street', 'zum Bergwerk 7, die Treppe'],
    ['street', 'wohnt Mühltal 12'],
    ['house', 'Lindenweg 5 Familie mit Hund'],
    ['house', 'Lindenweg 5 Frau mit Hund'],
    ['house', 'Ring 12 ältere Frau'],
  ])('%s: %s', (kind, note) => {
    expect(inNote(note)?.trace.kind).toBe(kind);
    expect(inPlace(note)?.trace.kind).toBe(kind);
    // Of a number with its street nobody may say that it is none.
    expect(inNote(note, true)?.trace.kind).toBe(kind === 'house' ? 'house' : undefined);
  });
});

test.each([
  'Heute Regen, kaum Leute',
  'Viele Kinder am Zaun',
  'Thema Licht',
  'Thema Bus und Bahn',
  'Kiosk Gespräche gut',
  'Bäckerei Lindner hat neue Zeiten',
  'Wunsch Bank am Hang',
  'Gestern Abend laut am Bolzplatz',
  'Rosa Bänke am Hang',
  'Ernst gemeint: Licht fehlt',
  'max 5 Leute, Mai zu kalt',
  'Clara Zetkin Park zu dunkel',
  'Umzug an der Kirche St. Martin',
  'Peter-Pan-Spielplatz gesperrt',
  'Karl-Marx-Straße zu laut',
  'Licht\nMüll\nBus',
  'Am Ring 1 Familie getroffen',
  'Am Ring 12 Familien getroffen',
  'Lindenweg 3 Frauen, 2 Kinder',
  'Am Kiosk 5 gezählt',
  'Am Infostand 12',
  'Am Montag 3 Gespräche',
  'Am Bäckerwagen 4 Leute',
  'Im Oktober 2026 wieder',
  'Im Schnitt 3 am Tag',
  'In der Woche 2 bis 3 Termine',
  'wohnt seit 30 Jahren hier',
  'Leben mit 2 Katzen gern hier',
  'Berliner Luft gewünscht',
  'Interesse Krabbelgruppe',
  'Mehr Bänke, mehr Licht',
  'Trotz Kälte gut besucht. Einsamkeit war mehrfach Thema.',
  'Nettes Gespräch, wenig Aufwand',
  'Erstes Treffen am Hang',
  'Treffpunkt Wendehammer',
  'jede Nacht Lärm bis um zwei',
  'zum Beispiel Hausordnung',
  'Große Sorge Miete',
  'Nachbarn Streit',
  'Stadtteilfest war gut. Danke Büro!',
])('%j leads to nobody', (note) => {
  expect(inNote(note)).toBeNull();
});

test.each([
  'Stand am Ring',
  'Spielplatz am Hang',
  'Kaffeemobil im Garagenhof',
  'Kita am unteren Weg',
  'Netto Eingang',
  'Rewe Center',
  'vor Penny Markt',
  'Stand k3x9q2',
  'Bäckerei Lindner',
  'Bolzplatz Nord',
])('%j is a place', (place) => {
  expect(inPlace(place)).toBeNull();
});

describe('what everybody reads', () => {
  test.each([
    'Frau Krause war dabei',
    'Renate Krause war dabei',
    'Danke an Mehmet Yilmaz',
    'Mehr Licht, sagt Petra',
  ])('names nobody: %j', (text) => {
    expect(traceProblem({ text })).toMatchObject({ code: 'outreach-rounds.trace.name' });
  });

  test.each([
    'Wir waren in der Anna-Seghers-Schule',
    'Sankt Martin im Hof, mit Laternen',
    'Zwei Nachbarinnen halfen beim Aufbau',
    'Schulung: Hilfe bei Gewalt',
    'Vorlesen: ein Roman aus dem Erzgebirge',
    // Days and times, which begin like a number.
    'Saal gesperrt. Wir holen es am 03.02.2027 nach.',
    'Neu am 05.01.2027 um 17 Uhr',
    'Am 08.12. 17.00 - 19.00 im Hof',
    'Von 09.00 - 11.00 und ab 14:30',
    'Vom 3. 2. 2027 bis 15.01.27',
  ])('may say %j', (text) => {
    expect(traceProblem({ text })).toBeNull();
  });
});

describe('what may say where something is and whom to call', () => {
  test.each([
    ...['Frau Krause war dabei', 'mit mehmet yilmaz', 'Petra ist krank', 'Fr. Krause ist krank'],
    ...[
      'Sie heißt Petra Krause',
      'Marina Weber kommt',
      'Andre Klein',
      'August Weber kommt',
      'Petra K. fehlt',
    ],
    ...['Max Weber singt', 'Familie Krause zieht aus'],
  ])('names nobody: %j', (text) => {
    expect(nameProblem({ fine: 'Licht', text })).toMatchObject({
      ...{ code: 'outreach-rounds.trace.name', field: 'text' },
    });
  });

  test.each([
    'Aula, Schulstraße 3',
    'Fragen: 030 23125-101',
    'Am Keilbergring 12 fehlt Licht',
    'for everybody else',
    ...[
      'Gewonnen hat Variante B.',
      'Wir bauen Platz A.',
      'Siehe Protokoll S. 3',
      'Nach Abschnitt C.',
    ],
    ...['Wie heißt Ihr Lieblingsort?', 'Was heißt Teilhabe für Sie?'],
    ...['Das Stadtteilbüro heißt Sie willkommen.', 'Unsere Gruppe heißt Plauderbank.'],
    ...['Im Juni, Juli, August ist Pause.', 'Im August Ferienspiele, ab August Sprechstunde'],
    ...[
      'Max. Teilnehmerzahl: 12',
      'Mo. bis Fr. Vormittag',
      'Di. und Fr. Sprechstunde',
      'Fr. Nachmittag',
    ],
    ...['Für jede Familie Platz', 'Es hat pro Familie Zeit', 'In der Marina', 'eine andre Lösung'],
    ...['Kita Anne Frank', 'Seniorenheim Elisabeth', 'Saal im 1. Stock gesperrt, bitte klingeln'],
    undefined,
  ])('may say %j', (text) => {
    expect(nameProblem({ text })).toBeNull();
  });
});

describe('where the office can be met', () => {
  test.each([
    ['Bei Kevin Meier', 'Kevin Meier'],
    ['bei Dilek Aydın', 'Dilek Aydın'],
    ['Bei Frau Lindner', 'Frau Lindner'],
    ['Hof von Petra', 'Petra'],
    ['bei kevin', 'kevin'],
  ])('%j is beside %j', (place, words) => {
    expect(placeProblem(place, false)).toMatchObject({ field: 'place', params: { words } });
    expect(placeProblem(place, true)).toBeNull();
  });

  test.each([
    ...['Bäckerei Meier', 'Am Markt', 'Bäckerwagen Keilbergring', 'Netto Eingang', 'Rewe Center'],
    ...['Spielplatz am Hang', 'Kita am unteren Weg', 'Kaffeemobil im Garagenhof', 'Bolzplatz'],
    ...['Karl-Marx-Straße, Bushaltestelle', 'Kirche St. Martin', 'Bei der Kita', 'Beim Bäcker'],
  ])('%j is a place', (place) => {
    expect(placeProblem(place, false)).toBeNull();
  });

  test.each(['Petra ist krank', 'Kevin Meier hat sich verletzt'])('%j is no reason', (reason) => {
    expect(traceProblem({ reason })).toMatchObject({ field: 'reason' });
  });
});
