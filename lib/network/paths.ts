import { segment } from '@/lib/core/paths';

export const networkPaths = {
  guide: () => '/wegweiser',
  teamPartners: () => '/team/partner',
  teamPartnerNew: () => '/team/partner/neu',
  teamPartner: (id: string) => `/team/partner/${segment(id)}`,
  /** With what can become of it instead of the form for a talk. */
  teamPartnerMove: (id: string) => `/team/partner/${segment(id)}?move=open#move`,
  teamPartnerChange: (id: string) => `/team/partner/${segment(id)}/aendern`,
  teamPartnerTalk: (id: string, talk: string) =>
    `/team/partner/${segment(id)}/gespraech/${segment(talk)}`,
  /** With the button that deletes it instead of its form. */
  teamPartnerTalkDelete: (id: string, talk: string) =>
    `/team/partner/${segment(id)}/gespraech/${segment(talk)}?delete=open#delete`,
  partnerProfile: () => '/partner/profil',
  partnerProfileSaved: () => '/partner/profil?saved=yes',
} as const;
