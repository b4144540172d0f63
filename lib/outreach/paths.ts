import { segment } from '@/lib/core/paths';

export const outreachPaths = {
  whereWeAre: () => '/unterwegs',
  /** Where a round stands on that page. */
  whereWeAreOnce: (id: string) => `/unterwegs#r${segment(id)}`,
  teamRounds: () => '/team/rundgang',
  teamRoundsPage: (page: number) => `/team/rundgang?page=${page}`,
  teamRoundNew: () => '/team/rundgang/neu',
  /** Filled with what is known of it. */
  teamRoundNewNext: (at: { district: string; place: string }) =>
    `/team/rundgang/neu?district=${segment(at.district)}&place=${segment(at.place)}`,
  /** @param left days of a series on which nobody goes, as `YYYY-MM-DD` joined by commas */
  teamRoundsSaved: (count: number, left: readonly string[]) =>
    `/team/rundgang?planned=${count}${left.length > 0 ? `&left=${left.join(',')}` : ''}`,
  teamRound: (id: string) => `/team/rundgang/${segment(id)}`,
  teamRoundSaved: (id: string, what: string) =>
    `/team/rundgang/${segment(id)}?saved=${segment(what)}`,
  teamRoundChange: (id: string) => `/team/rundgang/${segment(id)}/aendern`,
  /** The notice of an announced round at one of its stops. @param locale `de` or `de-LS` @param stop from 1 */
  roundNotice: (id: string, locale: 'de' | 'de-LS', stop: number) =>
    `/api/rundgang/${segment(id)}/aushang?locale=${locale}&stop=${stop}`,
  /** The letter for a door that stayed shut on a round. @param locale `de` or `de-LS` */
  roundLetter: (id: string, locale: 'de' | 'de-LS') =>
    `/api/rundgang/${segment(id)}/brief?locale=${locale}`,
  /** What is printed blank. @param what `karte`, `idee`, `feedback` or `leitfaden` @param locale `de` or `de-LS` */
  blankPaper: (what: string, locale: 'de' | 'de-LS') =>
    `/api/rundgang/vordrucke/${segment(what)}?locale=${locale}`,
  roundTally: (id: string) => `/api/rundgang/${segment(id)}/strichliste`,
  teamContactNew: () => '/team/rundgang/eintragen',
  /** As it was with the last one. */
  teamContactNext: (last: string) => `/team/rundgang/eintragen?last=${segment(last)}`,
  /** At one of its stops. @param stop from 1 */
  teamContactOfRoundNext: (round: string, stop: number) =>
    `/team/rundgang/eintragen?round=${segment(round)}&stop=${stop}`,
  teamContactBack: () => '/team/rundgang/eintragen?taken=yes',
  teamContacts: () => '/team/rundgang/kontakte',
  teamContactsPage: (page: number) => `/team/rundgang/kontakte?page=${page}`,
  teamContactsSaved: (what: 'changed' | 'deleted') => `/team/rundgang/kontakte?saved=${what}`,
  /** A proposal came of one of them; which one it was is not said. @param told how the person will be told */
  teamContactsProposed: ({ number, told }: { number: number; told: string }) =>
    `/team/rundgang/kontakte?number=${number}&told=${segment(told)}`,
  /** @param period a quarter or a year, `2026-Q3` @param district of one alone */
  teamStatistic: (period?: string, district?: string) =>
    `/team/rundgang/statistik${period ? `?period=${segment(period)}` : ''}${
      period && district ? `&district=${segment(district)}` : ''
    }`,
  /** A closed quarter as it may be given away, for paper or for a spreadsheet. */
  statisticFile: (period: string, locale: string, as: 'pdf' | 'csv') =>
    `/api/rundgang/statistik?period=${segment(period)}&locale=${segment(locale)}&as=${as}`,
  teamContact: (id: string) => `/team/rundgang/kontakte/${segment(id)}`,
  teamContactDelete: (id: string) => `/team/rundgang/kontakte/${segment(id)}?delete=open`,
  teamContactProposal: (id: string) => `/team/rundgang/kontakte/${segment(id)}/vorschlag`,
  /** The form for the way, kept on the device. */
  teamDevice: () => '/team/rundgang/unterwegs',
  deviceWorker: (locale: string) => `/api/rundgang/helfer?locale=${segment(locale)}`,
  deviceManifest: (locale: string) => `/api/rundgang/geraet?locale=${segment(locale)}`,
  /** Where programs send contacts. */
  sendContacts: (locale: string) => `/api/rundgang/kontakte?locale=${segment(locale)}`,
  teamCallBack: () => '/team/rundgang/rueckruf',
  teamCallBackSaved: () => '/team/rundgang/rueckruf?saved=yes',
} as const;
