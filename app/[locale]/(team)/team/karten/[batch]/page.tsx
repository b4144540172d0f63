import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { AccessCard } from '@/components/accounts/access-card';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { CardSheet, PrintFrame, PrintSheet } from '@/components/layout/print-frame';
import { Section } from '@/components/layout/section';
import { requireCoordinator } from '@/lib/accounts/actor';
import { getCardBatch } from '@/lib/accounts/cards/queries';
import { CARDS_PER_SHEET } from '@/lib/accounts/cards/rules';
import type { CardBatchSheet, PrintedCard } from '@/lib/accounts/cards/types';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { readEnv } from '@/lib/core/env.mjs';
import { localized } from '@/lib/core/paths';
import { drawQr } from '@/lib/print/qr';
import { getOffice } from '@/lib/settings/queries';
import { finishPrintingAction, voidBatchAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; batch: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'people.cards.printTitle');
}

/** The sheets while they can be printed; afterwards only what can still be done with the batch. */
export default async function CardBatchPage({ params }: Props) {
  const { locale, batch: id } = await params;
  const path = accountsPaths.teamCardsPrint(id);
  const batch = await guarded(locale, path, async () =>
    getCardBatch(await requireCoordinator(), id),
  );
  if (batch.cards.length > 0) return <Sheets locale={locale} batch={batch} />;
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <TeamShell locale={locale} path={path} current="cards">
      <PageHeader
        title={t('cards.batchName', { number: batch.number, label: batch.label })}
        lead={t('cards.printedLead')}
        back={{ href: localized(locale, accountsPaths.teamCards()), label: t('cards.back') }}
      />
      <Section title={t('cards.voidBatchTitle')} intro={t('cards.voidBatchIntro')}>
        <Form
          locale={locale}
          action={voidBatchAction}
          submitLabel={t('cards.voidBatchSubmit')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={{ batch: id }} />
        </Form>
      </Section>
    </TeamShell>
  );
}

async function Sheets({ locale, batch }: { locale: string; batch: CardBatchSheet }) {
  const t = await getTranslations({ locale, namespace: 'people' });
  // Cards are handed out to neighbours: they speak the office's language, not the clerk's.
  const card = await getTranslations({ locale: 'de', namespace: 'people' });
  const office = await getOffice({ locale: 'de' });
  const address = new URL(accountsPaths.signInCard(), readEnv().APP_URL);
  const qr = drawQr(address.toString());
  const texts = {
    office: office.officeName,
    address: `${address.host}${address.pathname}`,
    phone: office.phone,
    how: card('cards.onCard.how'),
    call: card('cards.onCard.call'),
    number: card('cards.onCard.number'),
  };
  return (
    <PrintFrame
      toolbar={
        <>
          <p>
            <a href={localized(locale, accountsPaths.teamCards())}>{t('cards.back')}</a>
          </p>
          <h1>{t('cards.printTitle')}</h1>
          <p>{t('cards.printHint')}</p>
          <Form
            locale={locale}
            action={finishPrintingAction}
            submitLabel={t('cards.printDone')}
            warnOnLeave={false}
          >
            <HiddenFields values={{ batch: batch.id }} />
          </Form>
        </>
      }
    >
      {sheetsOf(batch.cards).map((cards) => (
        <PrintSheet key={cards[0]?.number}>
          <CardSheet columns={3}>
            {cards.map((one) => (
              <AccessCard key={one.number} card={one} texts={texts} qr={qr} />
            ))}
          </CardSheet>
        </PrintSheet>
      ))}
    </PrintFrame>
  );
}

function sheetsOf(cards: PrintedCard[]): PrintedCard[][] {
  const count = Math.ceil(cards.length / CARDS_PER_SHEET);
  return Array.from({ length: count }, (_, sheet) =>
    cards.slice(sheet * CARDS_PER_SHEET, (sheet + 1) * CARDS_PER_SHEET),
  );
}
