import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';
import { votingPaths } from '@/lib/voting/paths';
import { KIOSK_IDLE_SECONDS } from '@/lib/voting/vote/kiosk/rules';
import { ReturnTimer } from './return-timer';

type KioskFrameProps = {
  locale: string;
  officeName: string;
  children: ReactNode;
  /** Somebody is in the middle of something and can leave it. */
  canLeave?: boolean;
  /** When the page closes sooner, and says so itself. */
  seconds?: number | undefined;
};

/**
 * Around every page of the box: no way to anywhere else, nobody's name, only what is asked; and whoever
 * walks away is forgotten.
 */
export async function KioskFrame({
  locale,
  officeName,
  children,
  canLeave = false,
  seconds,
}: KioskFrameProps) {
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const next = votingPaths.kioskNext(locale);
  return (
    <>
      <header className="kiosk-head">
        <Logo />
        <p>{t('kiosk.head', { office: officeName })}</p>
      </header>
      <main className="main" id="inhalt" tabIndex={-1}>
        <div className="main-narrow">
          {children}
          {canLeave ? (
            <p className="mt-8">
              <a href={next}>{t('kiosk.leave')}</a>
            </p>
          ) : null}
          {seconds === undefined ? (
            <p className="small soft mt-4">
              {t('kiosk.idle', { minutes: KIOSK_IDLE_SECONDS / 60 })}
            </p>
          ) : null}
        </div>
      </main>
      <ReturnTimer seconds={seconds ?? KIOSK_IDLE_SECONDS} href={next} />
    </>
  );
}
