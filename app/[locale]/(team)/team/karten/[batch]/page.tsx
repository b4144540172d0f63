import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { getCardBatch } from '@/lib/accounts/cards/queries';
import type { CardBatchSheet } from '@/lib/accounts/cards/types';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
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
  if (batch.cards.length > 0) return <Print locale={locale} batch={batch} />;
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

/** The file, and the button that makes sure that nobody makes it again. */
async function Print({ locale, batch }: { locale: string; batch: CardBatchSheet }) {
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <TeamShell locale={locale} path={accountsPaths.teamCardsPrint(batch.id)} current="cards">
      <PageHeader
        title={t('cards.printTitle')}
        overline={t('cards.batchName', { number: batch.number, label: batch.label })}
        lead={t('cards.printHint')}
        back={{ href: localized(locale, accountsPaths.teamCards()), label: t('cards.back') }}
      />
      {/* First the file: what stands below takes it away for good. */}
      <p className="mt-6">
        <ButtonLink href={accountsPaths.teamCardsFile(batch.id)} variant="primary">
          {t('cards.printFile', { count: batch.cards.length })}
        </ButtonLink>
      </p>
      <Form
        locale={locale}
        action={finishPrintingAction}
        submitLabel={t('cards.printDone')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields values={{ batch: batch.id }} />
      </Form>
    </TeamShell>
  );
}
