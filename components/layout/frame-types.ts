import type { ReactNode } from 'react';
import type { Link } from '@/components/ui/link-types';
import type { QrDrawing } from '@/lib/print/qr';

export type NavItem = Link & {
  current?: boolean | undefined;
  /** How many things wait there. */
  count?: number | undefined;
  /** Heading above this and the following items (office only). */
  group?: string | undefined;
};

export type LanguageLink = Link & {
  lang: string;
  current?: boolean | undefined;
  /** Opens beside what somebody is typing, and says so in these words. */
  beside?: string | undefined;
};

export type LogoImage = {
  src: string;
  alt: string;
  width: number;
  height: number;
  /** Where the logo leads; none when it only stands there. */
  href?: string | undefined;
};

export type FrameProps = {
  site: { name: string; place: string; homeHref: string };
  labels: {
    skip: string;
    menu: string;
    nav: string;
    languages: string;
    help: string;
    footer: string;
  };
  nav: NavItem[];
  account?: NavItem[] | undefined;
  accountForm?: ReactNode;
  /** In which of two areas somebody works, and the way to the other one. */
  area?: ReactNode;
  languages: LanguageLink[];
  phone: { number: string; label: string; note?: ReactNode };
  office: {
    title: string;
    address: string[];
    hoursTitle: string;
    hours: { days: string; times: string }[];
    more?: Link | undefined;
  };
  legal: Link[];
  funders?: { title: string; logos: LogoImage[] } | undefined;
  /** On paper alone: where this is found, in letters and for a phone, and of which day it is. */
  printed?: { text: string; qr: QrDrawing; qrLabel: string } | undefined;
  demoBanner?: ReactNode;
  children: ReactNode;
};
