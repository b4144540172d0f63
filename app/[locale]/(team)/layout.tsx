import '../../office.css';
import type { ReactNode } from 'react';
import { SendingWords } from '@/components/form/sending-words';
import { getOffice } from '@/lib/settings/queries';

// The database is never asked while building; kept pages are the HTTP front's business.
export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

export default async function GroupLayout({ params, children }: Props) {
  const { locale } = await params;
  const { phone } = await getOffice({ locale });
  return (
    <SendingWords locale={locale} phone={phone}>
      {children}
    </SendingWords>
  );
}
