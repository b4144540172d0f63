import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import { CountCheckList } from '@/components/voting/count-check-list';
import { CountSheetFields, SheetState } from '@/components/voting/count-sheet';
import { requireRight } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { getSheet } from '@/lib/voting/count/sheets/queries';
import { wayOfWord } from '@/lib/voting/count/sheets/rules';
import type { SheetView } from '@/lib/voting/count/sheets/types';
import { votingPaths } from '@/lib/voting/paths';
import { mayCount } from '@/lib/voting/policy';
import { confirmSurplusAction, enterCountAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; number: string; way: string }>;
  searchParams: Promise<{ change?: string | string[] }>;
};
type PartProps = { locale: string; view: SheetView };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'counting.overview.pageTitle', { number: numberInPath(number) });
}

export default async function CountSheetPage({ params, searchParams }: Props) {
  const { locale, number: segment, way: word } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.countingSheet(number, word);
  const view = await guarded(locale, path, async () => {
    const actor = await requireRight(mayCount);
    const way = wayOfWord(word);
    if (way === null) throw new AppError('NOT_FOUND');
    return getSheet(actor, number, way);
  });
  const t = await getTranslations({ locale, namespace: 'counting' });
  const canEnter = view.stage !== 'agreed' && !view.full;
  const mayConfirm = view.surplus !== null && !view.own?.confirmed;
  // One form at a time: what is typed into one would be lost with the answer to the other.
  const isConfirming = mayConfirm && (await believed(searchParams)).change === undefined;
  return (
    <ActShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        // messages: counting.way.*
        title={t('sheet.title', { way: t(`way.${view.channel}`) })}
        overline={t('sheet.overline', { number })}
        lead={view.question}
        back={{ href: localized(locale, votingPaths.counting(number)), label: t('sheet.back') }}
      />
      <div className="stack">
        <SheetState locale={locale} view={view} />
        {mayConfirm && canEnter ? (
          <FilterLinks
            label={t('surplus.choice')}
            items={[
              {
                href: localized(locale, votingPaths.countingSheet(number, word)),
                label: t('surplus.remark'),
                current: isConfirming,
              },
              {
                href: localized(locale, votingPaths.countingSheetChange(number, word)),
                label: t('sheet.own'),
                current: !isConfirming,
              },
            ]}
          />
        ) : null}
        <div id="change">
          {isConfirming ? <Confirm locale={locale} view={view} /> : null}
          {canEnter && !isConfirming ? <Enter locale={locale} view={view} /> : null}
        </div>
      </div>
    </ActShell>
  );
}

async function Enter({ locale, view }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { number, channel, own } = view;
  const words = {
    title: t('sheet.checkTitle'),
    mark: t('sheet.mark'),
    meaning: t('sheet.meaning'),
    count: t('sheet.count'),
  };
  const form = (
    <Form
      locale={locale}
      action={enterCountAction}
      submitLabel={t('sheet.check')}
      lastLook={{
        content: <CountCheckList words={words} />,
        sendLabel: t('sheet.send'),
        changeLabel: t('sheet.change'),
      }}
    >
      <HiddenFields values={{ poll: String(number), channel }} />
      <CountSheetFields locale={locale} view={view} />
    </Form>
  );
  return own ? <Section title={t('sheet.own')}>{form}</Section> : form;
}

/** Both counted alike, but too many: what each of them has to say about it. */
async function Confirm({ locale, view }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  return (
    <Form
      locale={locale}
      action={confirmSurplusAction}
      submitLabel={t('surplus.submit')}
      submitVariant="secondary"
    >
      <HiddenFields values={{ poll: String(view.number), channel: view.channel }} />
      <TextArea
        name="remark"
        minLength={20}
        label={t('surplus.remark')}
        hint={t('surplus.remarkHint')}
        whoSees={{ audience: 'PUBLIC', text: t('surplus.remarkSeen') }}
        rows={3}
        maxLength={600}
        required
      />
    </Form>
  );
}
