/** A weekday's opening hours as printed, e.g. `{ days: 'Dienstag', from: '09:00', to: '12:00' }`. */
export interface OpeningHours {
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  from: string;
  to: string;
}

export interface Funder {
  id: string;
  name: string;
  /** Web address of the funder, may be empty. */
  url: string;
  /** Address of its picture, may be empty. */
  logo: string;
}

export interface DistrictView {
  id: string;
  slug: string;
  name: string;
  description: string;
  places: string[];
}

export interface CategoryView {
  id: string;
  slug: string;
  label: string;
}

export type OwnTextKey =
  | 'ROOM'
  | 'MATERIAL'
  | 'MONEY'
  | 'ADVICE'
  | 'PUBLICITY'
  | 'CONTACTS'
  | 'COUNSELLING_DUTY'
  | 'COUNSELLING_PEOPLE'
  | 'COUNSELLING_COST'
  | 'COUNSELLING_TOPICS'
  | 'COUNSELLING_COURSE'
  | 'COUNSELLING_LIMITS'
  | 'COUNSELLING_LANGUAGES'
  | 'MONEY_WAY'
  | 'ABOUT_OFFICE'
  | 'NOTICE_BOARDS'
  | 'FORUM_CHAIR'
  | 'COMPLAINTS'
  | 'CONSENT_PHOTO'
  | 'CONSENT_SECRECY'
  | 'CONSENT_PASS_ON';

/** A sentence of the carrier, in the reader's language or else in German. */
export interface OwnText {
  text: string;
  lang: 'de' | 'en';
}

/** The same as the admin edits it; version 0: nobody has written one yet. */
export interface OwnTextSetting {
  key: OwnTextKey;
  version: number;
  text: string;
  textEasy: string;
  textEn: string;
}

/** Everything that makes this installation a particular office; see `getOffice`. */
export interface Office {
  version: number;
  officeName: string;
  forumName: string;
  townName: string;
  carrierName: string;
  carrierAddress: string;
  representedBy: string;
  street: string;
  postalCode: string;
  phone: string;
  email: string;
  openingHours: OpeningHours[];
  reportingName: string;
  reportingUrl: string;
  reportingPhone: string;
  promiseWorkdays: number;
  supportWorkdays: number;
  holidayRegion: string;
  privacyContact: string;
  supervisoryBody: string;
  imprintExtra: string;
  privacyExtra: string;
  accessibilityExtra: string;
  easyLanguageExtra: string;
  funders: Funder[];
  /** This database was filled as a demo: banner, one-click sign-in, mails on a page. Never true otherwise. */
  filledAsDemo: boolean;
  /** To choose from: those looked after now. */
  districts: DistrictView[];
  categories: CategoryView[];
  /** To name what was chosen once: also those that are not offered any more. */
  everyDistrict: DistrictView[];
  everyCategory: CategoryView[];
  /** What is missing here is said on no page. */
  ownTexts: Partial<Record<OwnTextKey, OwnText>>;
}

/** Columns of the settings an admin changes in one go. */
export interface OfficeChanges {
  officeName?: string;
  forumName?: string;
  townName?: string;
  carrierName?: string;
  carrierAddress?: string;
  representedBy?: string;
  street?: string;
  postalCode?: string;
  phone?: string;
  email?: string;
  reportingName?: string;
  reportingUrl?: string;
  reportingPhone?: string;
  promiseWorkdays?: number;
  supportWorkdays?: number;
  holidayRegion?: string;
  privacyContact?: string;
  supervisoryBody?: string;
  imprintExtra?: string;
  privacyExtra?: string;
  accessibilityExtra?: string;
  easyLanguageExtra?: string;
}

/** A district as the admin edits it, also one that is no longer looked after. */
export interface DistrictSetting extends DistrictView {
  version: number;
  position: number;
  active: boolean;
}

export interface CategorySetting {
  id: string;
  version: number;
  slug: string;
  label: string;
  labelEn: string;
  labelEasy: string;
  position: number;
  active: boolean;
}
