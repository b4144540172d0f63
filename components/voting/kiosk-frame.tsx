import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';

type KioskFrameProps = { locale: string; officeName: string; children: ReactNode };

/** Around every page of the box: no way to anywhere else, nobody's name, only what is asked. */
export async function KioskFrame({ locale, officeName, children }: KioskFrameProps) {
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <>
      <header className="kiosk-head">
        <Logo />
        <p>{t('kiosk.head', { office: officeName })}</p>
      </header>
      <main className="main" id="inhalt" tabIndex={-1}>
        <div className="main-narrow">{children}</div>
      </main>
    </>
  );
}
