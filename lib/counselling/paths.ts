import { segment } from '@/lib/core/paths';

/** A language of a topic page as addresses have it; German has none. */
type Spoken = { language?: string | undefined };

const inLanguage = ({ language }: Spoken) => (language ? `?language=${segment(language)}` : '');

export const counsellingPaths = {
  counselling: () => '/beratung',
  topic: (slug: string) => `/beratung/thema/${segment(slug)}`,
  /** An edition, for whoever counsels and confirms it. */
  review: (id: string, number: number, spoken: Spoken = {}) =>
    `/sozialberatung/themenseiten/${segment(id)}/${number}${inLanguage(spoken)}`,
  reviewSaved: (id: string, number: number, what: string) =>
    `/sozialberatung/themenseiten/${segment(id)}/${number}?saved=${segment(what)}`,
  /** What is printed blank. @param what `schweigepflicht` or `weitergabe` @param locale `de` or `de-LS` */
  paper: (what: string, locale: 'de' | 'de-LS') =>
    `/api/beratung/vordrucke/${segment(what)}?locale=${locale}`,
  teamTopics: () => '/team/themenseiten',
  teamTopicNew: () => '/team/themenseiten/neu',
  teamTopic: (id: string) => `/team/themenseiten/${segment(id)}`,
  teamTopicSaved: (id: string, what: string) =>
    `/team/themenseiten/${segment(id)}?saved=${segment(what)}`,
  teamTopicChange: (id: string, spoken: Spoken = {}) =>
    `/team/themenseiten/${segment(id)}/aendern${inLanguage(spoken)}`,
  teamTopicEdition: (id: string, number: number, spoken: Spoken = {}) =>
    `/team/themenseiten/${segment(id)}/fassung/${number}${inLanguage(spoken)}`,
} as const;
