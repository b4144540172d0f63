import { personal, saying, segment } from '@/lib/core/paths';

/** What somebody says about a draft they have read. */
export type DraftAnswer = 'approve' | 'return';

const answered = (answer?: DraftAnswer) => (answer ? `?answer=${answer}#answer` : '');

export const votingPaths = {
  polls: () => '/abstimmungen',
  pollArchive: () => '/abstimmungen/archiv',
  pollCheck: (number: number, answer?: DraftAnswer) =>
    `/abstimmungen/pruefen/${number}${answered(answer)}`,
  poll: (number: number) => `/abstimmungen/${number}`,
  ballot: (number: number) => `/abstimmungen/stimmzettel/${number}`,
  ballotCheck: (number: number) => `/abstimmungen/stimmzettel/${number}/pruefen`,
  pollRecount: (number: number) => `/abstimmungen/nachrechnen/${number}`,
  pollReceipts: (number: number) => `/abstimmungen/${number}/quittungen`,
  pollReceiptsFile: (number: number) => `/abstimmungen/${number}/quittungen.txt`,
  pollBallotsFile: (number: number, ending: string) =>
    `/abstimmungen/${number}/stimmzettel.${ending}`,
  pollTableFile: (number: number) => `/abstimmungen/${number}/zaehltafel.json`,
  /** Whole ballots, for whoever may count; each time is written down. */
  pollWholeBallotsFile: (number: number) => `/api/abstimmungen/${number}/stimmzettel`,
  pollTableProgram: () => '/abstimmungen/nachrechnen/table.mjs',
  pollRecountProgram: () => '/abstimmungen/nachrechnen/recount.mjs',
  receiptLookup: () => '/abstimmungen/quittung',
  pollRecord: (number: number) => `/abstimmungen/${number}/zaehlprotokoll`,
  pollRecordFile: (number: number) => `/api/abstimmungen/${number}/zaehlprotokoll`,
  counting: (number: number) => `/abstimmungen/auszaehlung/${number}`,
  countingDisputed: (number: number) => `/abstimmungen/auszaehlung/${number}?again=no`,
  countingSheet: (number: number, way: string) =>
    `/abstimmungen/auszaehlung/${number}/${segment(way)}`,
  /** With the fields of the own sheet, where otherwise it is asked what was looked at. */
  countingSheetChange: (number: number, way: string) =>
    `/abstimmungen/auszaehlung/${number}/${segment(way)}?change=open#change`,
  countingChecklistFile: (number: number, locale: string) =>
    `/api/abstimmungen/${number}/pruefliste?locale=${segment(locale)}`,
  remindersOff: (key: string) => personal(`/abstimmungen/erinnerungen/${segment(key)}`),
  remindersAreOff: () => '/abstimmungen/erinnerungen/abbestellt',
  remindersJustStopped: () =>
    saying('/abstimmungen/erinnerungen/abbestellt', 'reminders.said.stopped'),
  ballotReceipt: (receipt: string) => `/abstimmungen/quittung/${segment(receipt)}`,
  // papers are handed out by the office and by whoever the Forum chose
  paperDesk: (number: number, given?: string) =>
    given
      ? `/abstimmungen/papier/${number}?given=${segment(given)}`
      : `/abstimmungen/papier/${number}`,
  paperDeskBack: (number: number) => `/abstimmungen/papier/${number}?back=yes`,
  // the ballot box in the office, on a device of its own
  kiosk: (reason?: string) =>
    reason ? `/abstimmungen/urne?reason=${reason}` : '/abstimmungen/urne',
  kioskBallot: (ticket: string) => `/abstimmungen/urne/zettel/${segment(ticket)}`,
  kioskReceipt: (receipt: string, time?: string) =>
    time
      ? `/abstimmungen/urne/fertig/${segment(receipt)}?time=${time}`
      : `/abstimmungen/urne/fertig/${segment(receipt)}`,
  kioskEnd: () => '/abstimmungen/urne/beenden',
  kioskNext: (locale: string) => `/api/urne?locale=${locale}`,
  teamPolls: () => '/team/abstimmungen',
  teamPollNew: (proposal?: number, method?: string) => {
    const query = [
      ...(method ? [`method=${segment(method)}`] : []),
      ...(proposal ? [`proposal=${proposal}`] : []),
    ].join('&');
    return query ? `/team/abstimmungen/neu?${query}` : '/team/abstimmungen/neu';
  },
  teamPoll: (number: number) => `/team/abstimmungen/${number}`,
  teamPollPublish: (number: number) => `/team/abstimmungen/${number}/veroeffentlichen`,
  teamPollRecord: (number: number) => `/team/abstimmungen/${number}/zaehlprotokoll`,
  teamPollEdit: (number: number, method?: string) =>
    method
      ? `/team/abstimmungen/${number}/aendern?method=${segment(method)}`
      : `/team/abstimmungen/${number}/aendern`,
  teamPollCheck: (number: number, answer?: DraftAnswer) =>
    `/team/abstimmungen/${number}/pruefen${answered(answer)}`,
  teamPollTrial: (number: number) => `/team/abstimmungen/${number}/probe`,
  /** @param change which one is opened: to take back an answer, to call all of it off, a note, the archive */
  teamPollLater: (number: number, change?: string) =>
    `/team/abstimmungen/${number}/nachtraege${change ? `?change=${segment(change)}#change` : ''}`,
  teamPollNote: (number: number, note: string) =>
    `/team/abstimmungen/${number}/nachtraege?note=${segment(note)}#${segment(note)}`,
  teamForumRight: () => '/team/abstimmungen/stimmrecht',
  teamPollKiosk: (number: number) => `/team/abstimmungen/${number}/urne`,
  teamPollPhone: (number: number, reason?: string) =>
    reason
      ? `/team/abstimmungen/${number}/telefon?reason=${reason}`
      : `/team/abstimmungen/${number}/telefon`,
  teamPollPhoneBallot: (number: number, ticket: string) =>
    `/team/abstimmungen/${number}/telefon/zettel/${segment(ticket)}`,
  teamPollPhoneReceipt: (number: number, receipt: string) =>
    `/team/abstimmungen/${number}/telefon/fertig/${segment(receipt)}`,
  /** @param what among what can be printed */
  teamPollPrint: (number: number, what?: string) =>
    `/team/abstimmungen/${number}/drucken${what ? `#${segment(what)}` : ''}`,
  teamPollPrintFile: (number: number, what: string, locale: string) =>
    `/api/abstimmungen/${number}/drucken/${segment(what)}?locale=${segment(locale)}`,
} as const;
