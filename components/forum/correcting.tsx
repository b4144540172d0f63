import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CorrectionForm } from '@/components/audit/correction-form';
import { DateField } from '@/components/form/date-fields';
import { FieldRow } from '@/components/form/fieldset';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { Audience } from '@/lib/core/audience';
import { dayOrNone } from '@/lib/core/day.mjs';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import type { DecisionEntry, TaskInOffice } from '@/lib/forum/sessions/types';

interface CorrectingProps {
  locale: string;
  /** Number of the session. */
  number: number;
  /** Which of them the address opens. */
  open: string;
  action: FormAction;
}

/** The way to the form; opened by a link, so that an error is seen without script, too. */
async function Opener({ locale, number, id }: { locale: string; number: number; id: string }) {
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <p className="small" id={id}>
      <a href={localized(locale, forumPaths.teamForumResult(number, id))}>{t('open')}</a>
    </p>
  );
}

/** Other words for a decision; its votes and its result stay. */
export async function CorrectDecision({
  decision,
  ...props
}: CorrectingProps & { decision: DecisionEntry }) {
  const { locale, number, open } = props;
  const { id, version, text, agendaNo } = decision;
  if (open !== id) return <Opener locale={locale} number={number} id={id} />;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = await whoSees(locale);
  return (
    <Opened
      {...props}
      id={id}
      version={version}
      audience="PUBLIC"
      values={{ text, agendaNo: String(agendaNo) }}
    >
      <TextArea
        id={`text-${id}`}
        name="text"
        label={t('result.text')}
        hint={t('result.textHint')}
        whoSees={seen.PUBLIC}
        rows={3}
        required
      />
      <NumberField
        id={`agendaNo-${id}`}
        name="agendaNo"
        label={t('result.agendaNo')}
        hint={t('result.agendaNoHint')}
        whoSees={seen.PUBLIC}
        required
      />
    </Opened>
  );
}

/** What is to be done, by whom, until when. */
export async function CorrectTask({ task, ...props }: CorrectingProps & { task: TaskInOffice }) {
  const { locale, number, open } = props;
  const { id, version, text, assignee, dueOn, audience } = task;
  if (open !== id) return <Opener locale={locale} number={number} id={id} />;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seen = (await whoSees(locale))[audience];
  return (
    <Opened
      {...props}
      id={id}
      version={version}
      audience={audience}
      values={{ task: text, assignee, dueOn: dayOrNone(dueOn) ?? '' }}
    >
      <TextField id={`task-${id}`} name="task" label={t('result.task')} whoSees={seen} required />
      <FieldRow>
        <TextField
          id={`assignee-${id}`}
          name="assignee"
          label={t('result.assignee')}
          hint={t('field.rolesOnly')}
          whoSees={seen}
          required
        />
        <DateField id={`dueOn-${id}`} name="dueOn" label={t('result.dueOn')} whoSees={seen} />
      </FieldRow>
    </Opened>
  );
}

type OpenedProps = Omit<CorrectingProps, 'open'> & {
  id: string;
  version: number;
  audience: Audience;
  values: Record<string, string>;
  children: ReactNode;
};

function Opened({ locale, number, id, version, ...form }: OpenedProps) {
  return (
    <div id={id}>
      <CorrectionForm
        {...form}
        locale={locale}
        id={id}
        hidden={{ session: String(number), id, version: String(version) }}
        backHref={localized(locale, forumPaths.teamForumResult(number))}
      />
    </div>
  );
}
