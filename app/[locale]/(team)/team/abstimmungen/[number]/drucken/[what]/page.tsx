import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PrintFrame, PrintSheet } from '@/components/layout/print-frame';
import { PaperBallot } from '@/components/voting/paper-ballot';
import { PaperStrips } from '@/components/voting/paper-strips';
import { PollPoster } from '@/components/voting/poll-poster';
import { PrintButton } from '@/components/voting/print-button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { readEnv } from '@/lib/core/env.mjs';
import { localized } from '@/lib/core/paths';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { postalAddress } from '@/lib/settings/rules';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { numberInPath } from '@/lib/voting/rules';
import type { PollView } from '@/lib/voting/types';
import { isPrintout, PRINTOUTS, type Printout } from '@/lib/voting/vote/papers/rules';
import { withdrawnOptions } from '@/lib/voting/vote/queries';

type Props = { params: Promise<{ locale: string; number: string; what: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: voting-print.title
  return pageTitle((await params).locale, 'voting-print.title');
}

/** What the office prints for a poll: papers in three sizes, strips for envelopes, a notice. */
export default async function PollPrintPage({ params }: Props) {
  const { locale, number: segment, what } = await params;
  const number = numberInPath(segment);
  if (!isPrintout(what)) notFound();
  const { poll, withdrawn } = await guarded(
    locale,
    votingPaths.teamPollPrint(number, what),
    async () => {
      await requireCoordinator();
      const found = await getPoll(number);
      return { poll: found, withdrawn: await withdrawnOptions(found.id) };
    },
  );
  return (
    <PrintFrame toolbar={<Toolbar locale={locale} number={number} what={what} />}>
      <Sheet
        // Papers are read by neighbours: they speak the office's language.
        locale={locale === 'en' ? 'de' : locale}
        poll={poll}
        withdrawn={withdrawn}
        what={what}
      />
    </PrintFrame>
  );
}

type ToolbarProps = { locale: string; number: number; what: Printout };

async function Toolbar({ locale, number, what }: ToolbarProps) {
  const t = await getTranslations({ locale, namespace: 'voting-print' });
  return (
    <>
      <p>
        <a href={localized(locale, votingPaths.teamPoll(number))}>{t('back')}</a>
      </p>
      {/* messages: voting-print.name.* voting-print.how.* */}
      <h1>{t(`name.${what}`)}</h1>
      <p>{t(`how.${what}`)}</p>
      <ul className="cluster">
        {PRINTOUTS.filter((other) => other !== what).map((other) => (
          <li key={other}>
            <a href={localized(locale, votingPaths.teamPollPrint(number, other))}>
              {t(`name.${other}`)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={votingPaths.teamPollPrintFile(number, what, locale)}>{t('file')}</a>
      </p>
      <PrintButton label={t('print')} />
    </>
  );
}

type SheetProps = {
  locale: string;
  poll: PollView;
  withdrawn: readonly string[];
  what: Printout;
};

async function Sheet({ locale, poll, withdrawn, what }: SheetProps) {
  const ballot = { locale, poll, withdrawn };
  switch (what) {
    case 'a4':
      return (
        <PrintSheet>
          <PaperBallot {...ballot} size="normal" />
        </PrintSheet>
      );
    case 'gross':
      return (
        <PrintSheet>
          <PaperBallot {...ballot} size="large" />
        </PrintSheet>
      );
    case 'a5':
      return (
        <PrintSheet paper="a4-landscape">
          <div className="paper-pair">
            <PaperBallot {...ballot} size="small" />
            <PaperBallot {...ballot} size="small" />
          </div>
        </PrintSheet>
      );
    case 'umschlag':
      return (
        <PrintSheet>
          <PaperStrips locale={locale} poll={poll} />
        </PrintSheet>
      );
    case 'aushang':
      return <Poster locale={locale} poll={poll} />;
  }
}

async function Poster({ locale, poll }: { locale: string; poll: PollView }) {
  const office = await getOffice({ locale });
  const address = new URL(votingPaths.poll(poll.number), readEnv().APP_URL);
  return (
    <PollPoster
      locale={locale}
      poll={poll}
      office={{
        name: office.officeName,
        address: postalAddress(office),
        phone: office.phone,
      }}
      qr={drawQr(address.toString())}
      address={`${address.host}${address.pathname}`}
    />
  );
}
