import { segment } from '@/lib/core/paths';

export const settingsPaths = {
  home: () => '/',
  imprint: () => '/impressum',
  privacy: () => '/datenschutz',
  accessibility: () => '/barrierefreiheit',
  easyLanguage: () => '/leichte-sprache',
  aboutUs: () => '/ueber-uns',
  failure: (code: string) => `/fehler/${segment(code)}`,
  /** @param name hash of what is in it, and its kind */
  picture: (name: string) => `/api/pictures/${segment(name)}`,
  teamSettings: () => '/team/einstellungen',
  teamSettingsSaved: () => '/team/einstellungen?saved=yes',
  teamSettingsPart: (part: string) => `/team/einstellungen/${segment(part)}`,
  /** With the form for another one. */
  teamSettingsAdd: (part: string) => `/team/einstellungen/${segment(part)}?add=open#add`,
  teamSettingsItem: (part: string, id: string) =>
    `/team/einstellungen/${segment(part)}?item=${segment(id)}`,
} as const;
