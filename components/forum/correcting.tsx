import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CorrectionForm } from '@/components/audit/correction-form';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField } from '@/components/form/date-fields';
import { FieldRow } from '@/components/form/fieldset';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { Audience } from '@/lib/core/audience';
import { dayOrNone } from '@/lib/core/day.mjs';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import type { MinutesItemToWrite } from '@/lib/forum/minutes/types';
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
async function Opener({ locale, id, path }: { locale: string; id: string; path: string }) {
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <p className="small" id={id}>
      <a href={localized(locale, path)}>{t('open')}</a>
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
  if (open !== id)
    return <Opener {...{ locale, id }} path={forumPaths.teamForumResult(number, id)} />;
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
        minLength={5}
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
  if (open !== id)
    return <Opener {...{ locale, id }} path={forumPaths.teamForumResult(number, id)} />;
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

/** What was added to minutes everybody reads; anything else in them stays as it was handed over. */
export async function CorrectAddition({
  item,
  offered,
  ...props
}: CorrectingProps & {
  item: MinutesItemToWrite;
  /** Proposals it can have been about, besides those it is about. */
  offered: MinutesItemToWrite['proposals'];
}) {
  const { locale, number, open } = props;
  const { id, version, title, record, late, proposals } = item;
  if (late === null) return null;
  if (open !== id)
    return <Opener {...{ locale, id }} path={forumPaths.teamForumMinutes(number, id)} />;
  const t = await getTranslations({ locale, namespace: 'forum-raised' });
  const whoSeesIt = (await whoSees(locale)).PUBLIC;
  const linked = proposals.map(({ number: one }) => String(one));
  const others = offered.filter(({ number: one }) => !linked.includes(String(one)));
  return (
    <Opened
      {...props}
      id={id}
      version={version}
      audience="PUBLIC"
      values={{ title, record, why: late.why, proposals: linked }}
      back={forumPaths.teamForumMinutes(number)}
    >
      <TextField
        id={`title-${id}`}
        name="title"
        label={t('field.title')}
        whoSees={whoSeesIt}
        maxLength={160}
        required
      />
      <TextArea
        id={`record-${id}`}
        name="record"
        minLength={5}
        label={t('field.record')}
        hint={t('field.recordHint')}
        whoSees={whoSeesIt}
        rows={4}
        required
      />
      <CheckboxGroup
        id={`proposals-${id}`}
        name="proposals"
        label={t('field.proposals')}
        options={[...proposals, ...others].map((one) => ({
          value: String(one.number),
          label: t('field.proposal', one),
        }))}
      />
      <TextArea
        id={`why-${id}`}
        name="why"
        minLength={5}
        label={t('field.reason')}
        whoSees={whoSeesIt}
        rows={2}
        required
      />
    </Opened>
  );
}

type OpenedProps = Omit<CorrectingProps, 'open'> & {
  id: string;
  version: number;
  audience: Audience;
  values: Record<string, string | string[]>;
  /** The page without the form; where nothing is said, that of results. */
  back?: string;
  children: ReactNode;
};

function Opened({ locale, number, id, version, back, ...form }: OpenedProps) {
  return (
    <div id={id}>
      <CorrectionForm
        {...form}
        locale={locale}
        id={id}
        hidden={{ session: String(number), id, version: String(version) }}
        backHref={localized(locale, back ?? forumPaths.teamForumResult(number))}
      />
    </div>
  );
}
