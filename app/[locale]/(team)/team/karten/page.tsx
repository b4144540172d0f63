import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { RadioGroup } from '@/components/form/radio-group';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { requireCoordinator } from '@/lib/accounts/actor';
import { listCardBatches } from '@/lib/accounts/cards/queries';
import { CARDS_PER_SHEET } from '@/lib/accounts/cards/rules';
import type { CardBatchView } from '@/lib/accounts/cards/types';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { makeBatchAction, voidCardAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ void?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'people.cards.title');
}

function stateOf(batch: CardBatchView): 'voided' | 'printable' | 'printed' {
  if (batch.voidedAt) return 'voided';
  return batch.printable ? 'printable' : 'printed';
}

export default async function CardsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const isVoiding = (await believed(searchParams)).void === 'open';
  const path = accountsPaths.teamCards();
  const batches = await guarded(locale, path, async () =>
    listCardBatches(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="cards">
      <PageHeader title={t('cards.title')} lead={t('cards.lead')} />
      <Section title={t('cards.listTitle')}>
        <DataTable
          caption={t('cards.listTitle')}
          captionHidden
          columns={[
            { key: 'label', label: t('cards.label'), rowHeader: true },
            { key: 'made', label: t('cards.made') },
            { key: 'used', label: t('cards.used'), align: 'end' },
            { key: 'state', label: t('cards.state') },
          ]}
          rows={batches.map((batch) => ({
            id: batch.id,
            cells: {
              label: (
                <a href={localized(locale, accountsPaths.teamCardsPrint(batch.id))}>
                  {t('cards.batchName', { number: batch.number, label: batch.label })}
                </a>
              ),
              made: longDate(batch.createdAt, locale),
              used: t('cards.usedOf', { used: batch.used, size: batch.size }),
              state: t(`cards.stateIs.${stateOf(batch)}`, { voided: batch.voided }),
            },
          }))}
          empty={t('cards.empty')}
        />
      </Section>
      {isVoiding ? <VoidCard locale={locale} /> : <NewCards locale={locale} />}
    </TeamShell>
  );
}

/** One form at a time: what is typed into one would be lost with the answer to the other. */
async function NewCards({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'people' });
  const seen = await whoSees(locale);
  return (
    <>
      <Section title={t('cards.newTitle')}>
        <Form locale={locale} action={makeBatchAction} submitLabel={t('cards.newSubmit')}>
          <TextField
            name="label"
            label={t('cards.newLabel')}
            hint={t('cards.newLabelHint')}
            whoSees={seen.INTERNAL}
            maxLength={60}
            required
          />
          <NumberField
            whoSees="nobody"
            name="sheets"
            label={t('cards.sheets')}
            hint={t('cards.sheetsHint', { perSheet: CARDS_PER_SHEET })}
            defaultValue={1}
            required
          />
        </Form>
      </Section>
      <Section title={t('cards.voidTitle')} intro={t('cards.voidIntro')}>
        <ButtonLink href={localized(locale, accountsPaths.teamCardVoid())} variant="secondary">
          {t('cards.voidTitle')}
        </ButtonLink>
      </Section>
    </>
  );
}

/** A card that is lost. */
async function VoidCard({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <Section title={t('cards.voidTitle')} intro={t('cards.voidIntro')} id="void">
      <Form
        locale={locale}
        action={voidCardAction}
        submitLabel={t('cards.voidSubmit')}
        submitVariant="danger"
        secondary={
          <ButtonLink href={localized(locale, accountsPaths.teamCards())} variant="quiet">
            {t('cards.newTitle')}
          </ButtonLink>
        }
      >
        <TextField
          name="card"
          whoSees="nobody"
          label={t('cards.voidCard')}
          hint={t('cards.voidHint')}
          autoComplete="off"
          spellCheck={false}
          width="medium"
          required
        />
        <RadioGroup
          name="ownAddress"
          label={t('cards.voidAddress')}
          hint={t('cards.voidAddressHint')}
          options={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`cards.voidAddressIs.${value}`),
          }))}
          required
        />
      </Form>
    </Section>
  );
}
