import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { contentLang, localized } from '@/lib/core/paths';
import { getNoteToCorrect } from '@/lib/mail/calls/queries';
import { mailPaths } from '@/lib/mail/paths';
import { correctNoteAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'office.calls.noteTitle');
}

/** What the office noted about one call, put right. */
export default async function CallNotePage({ params }: Props) {
  const { locale, id } = await params;
  const path = mailPaths.teamCallNote(id);
  const { item, earlier } = await guarded(locale, path, async () =>
    getNoteToCorrect(await requireCoordinator(), id),
  );
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const seen = await whoSees(locale);
  return (
    <TeamShell holdsText locale={locale} path={path} current="calls">
      <PageHeader
        back={{ href: localized(locale, mailPaths.teamCalls()), label: t('back') }}
        overline={item.person || t('nameless')}
        overlineLang={contentLang(locale)}
        title={t('noteTitle')}
        lead={item.subject}
      />
      <div className="stack measure">
        <CorrectionForm
          locale={locale}
          action={correctNoteAction}
          values={{ note: item.note }}
          id={item.id}
          hidden={{ id: item.id, version: String(item.version) }}
          audience="INTERNAL"
        >
          <TextArea name="note" label={t('note')} whoSees={seen.INTERNAL} />
        </CorrectionForm>
        <EarlierWords locale={locale} versions={earlier} labels={{ note: t('note') }} />
      </div>
    </TeamShell>
  );
}
