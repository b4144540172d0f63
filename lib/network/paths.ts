import { segment } from '@/lib/core/paths';

export const networkPaths = {
  guide: () => '/wegweiser',
  teamPartners: () => '/team/partner',
  teamPartnerNew: () => '/team/partner/neu',
  teamPartner: (id: string) => `/team/partner/${segment(id)}`,
  teamPartnerChange: (id: string) => `/team/partner/${segment(id)}/aendern`,
  partnerProfile: () => '/partner/profil',
  partnerProfileSaved: () => '/partner/profil?saved=yes',
} as const;
