import { segment } from '@/lib/core/paths';

export const activationPaths = {
  tried: () => '/ausprobiert',
  teamFormats: () => '/team/methoden',
  teamFormatNew: () => '/team/methoden/neu',
  teamCompare: () => '/team/methoden/vergleich',
  teamFormat: (id: string) => `/team/methoden/${segment(id)}`,
  teamFormatSaved: (id: string, what: string) =>
    `/team/methoden/${segment(id)}?saved=${segment(what)}`,
  teamFormatChange: (id: string) => `/team/methoden/${segment(id)}/aendern`,
  teamFormatPublish: (id: string) => `/team/methoden/${segment(id)}/veroeffentlichen`,
  teamTrialNew: (format: string) => `/team/methoden/${segment(format)}/erproben`,
  teamEvaluate: (format: string) => `/team/methoden/${segment(format)}/auswerten`,
  teamDecide: (format: string) => `/team/methoden/${segment(format)}/ausgang`,
  teamTrial: (id: string) => `/team/methoden/erprobung/${segment(id)}`,
  teamTrialSaved: (id: string) => `/team/methoden/erprobung/${segment(id)}?saved=planned`,
  teamTrialStrike: (id: string) => `/team/methoden/erprobung/${segment(id)}?strike=open`,
} as const;
