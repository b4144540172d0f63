import { getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import { HiddenFields } from '@/components/form/hidden-fields';
import { AgendaFields } from '@/components/forum/agenda-fields';
import { AgendaList } from '@/components/forum/agenda-list';
import { AgendaTime } from '@/components/forum/agenda-time';
import { Section } from '@/components/layout/section';
import { Button, ButtonLink, type ButtonVariant } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { STRUCK_HOURS } from '@/lib/forum/agenda/rules';
import type { AgendaEntryToSet, StruckItem } from '@/lib/forum/sessions/types';

type FormProps = {
  locale: string;
  action: FormAction;
  submitLabel: string;
  submitVariant?: ButtonVariant | undefined;
  values?: FormState['values'] | undefined;
  secondary?: ReactNode;
  warnOnLeave?: boolean | undefined;
  children?: ReactNode;
};

type AgendaEditorProps = {
  locale: string;
  number: number;
  /** Length of the session in minutes. */
  available: number;
  agenda: readonly AgendaEntryToSet[];
  struck: readonly StruckItem[];
  /** What is added from now on came up in the session. */
  hasBegun?: boolean;
  /** Id of the item that is being changed, or `new` for another one; empty: none. */
  open: string;
  proposals: { number: number; title: string }[];
  /** The form of the house; components know none of it. */
  Form: (props: FormProps) => ReactElement | Promise<ReactElement>;
  saveAction: FormAction;
  moveAction: FormAction;
  /** Path of this page, with an item opened for changing or a `new` one. */
  hrefOf: (item?: string) => string;
};

/**
 * Sets an agenda: for the office, and for those who speak for the residents. Either its items are put in order, or
 * the words of one are typed: what is typed would be lost with the answer to a button beside it.
 */
export async function AgendaEditor(props: AgendaEditorProps) {
  const { locale, agenda, available, open, hrefOf } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <>
      <AgendaTime
        locale={locale}
        planned={agenda.reduce((sum, { minutes }) => sum + minutes, 0)}
        available={available}
      />
      {agenda.length === 0 ? (
        <EmptyState title={t('agenda.empty')} />
      ) : (
        <AgendaList
          locale={locale}
          agenda={agenda}
          actions={
            open
              ? undefined
              : (item, index) => (
                  <ItemActions
                    {...props}
                    item={item}
                    isFirst={index === 0}
                    isLast={index === agenda.length - 1}
                  />
                )
          }
        />
      )}
      {open ? (
        <ItemForm {...props} item={agenda.find(({ id }) => id === open)} />
      ) : (
        <>
          <p>
            <ButtonLink href={`${hrefOf('new')}#item`}>{t('agenda.addTitle')}</ButtonLink>
          </p>
          <Struck {...props} />
        </>
      )}
    </>
  );
}

type ItemActionsProps = AgendaEditorProps & {
  item: AgendaEntryToSet;
  isFirst: boolean;
  isLast: boolean;
};

function mainMove(isFirst: boolean, isLast: boolean): 'up' | 'down' | 'remove' {
  if (!isFirst) return 'up';
  return isLast ? 'remove' : 'down';
}

/** Each button is a plain submit, so moving works without script; the pressed button's value wins. */
async function ItemActions(props: ItemActionsProps) {
  const { locale, number, item, isFirst, isLast, Form, moveAction, hrefOf } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const main = mainMove(isFirst, isLast);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be around a form
    <div role="group" aria-label={item.title}>
      {item.note !== '' && item.audience !== 'PUBLIC' ? (
        <p className="small soft">{t('agenda.noteHidden')}</p>
      ) : null}
      <Form
        locale={locale}
        action={moveAction}
        submitLabel={t(`agenda.move.${main}`)}
        submitVariant="secondary"
        warnOnLeave={false}
        secondary={
          <>
            {main === 'up' && !isLast ? (
              <Button name="move" value="down" variant="secondary">
                {t('agenda.move.down')}
              </Button>
            ) : null}
            <ButtonLink href={`${hrefOf(item.id)}#item`} variant="quiet">
              {t('agenda.change')}
            </ButtonLink>
            {main === 'remove' ? null : (
              <Button name="move" value="remove" variant="quiet">
                {t('agenda.move.remove')}
              </Button>
            )}
          </>
        }
      >
        <HiddenFields
          values={{
            session: String(number),
            item: item.id,
            version: String(item.version),
            move: main,
          }}
        />
      </Form>
    </div>
  );
}

/** What was taken off by mistake is put back as it was. */
async function Struck({ locale, number, struck, Form, moveAction }: AgendaEditorProps) {
  if (struck.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Section
      title={t('agenda.struck.title')}
      intro={t('agenda.struck.intro', { hours: STRUCK_HOURS })}
    >
      <ul className="stack">
        {struck.map(({ id, title }) => (
          <li key={id}>
            <p>
              <s>{title}</s>
            </p>
            <Form
              locale={locale}
              action={moveAction}
              submitLabel={t('agenda.struck.restore')}
              submitVariant="secondary"
              warnOnLeave={false}
            >
              <HiddenFields
                values={{ session: String(number), item: id, version: '0', move: 'restore' }}
              />
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type ItemFormProps = AgendaEditorProps & { item: AgendaEntryToSet | undefined };

async function ItemForm(props: ItemFormProps) {
  const { locale, number, agenda, item, proposals, hasBegun, Form, saveAction, hrefOf } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const away = await getTranslations({ locale, namespace: 'audit.correction' });
  const raised = await getTranslations({ locale, namespace: 'forum-raised' });
  const linked = item?.proposals.filter((one) => !proposals.some((p) => p.number === one.number));
  const values = item
    ? {
        title: item.title,
        kind: item.kind,
        minutes: String(item.minutes),
        presenter: item.presenter,
        note: item.note,
        proposals: item.proposals.map((proposal) => String(proposal.number)),
      }
    : { kind: 'proposals', minutes: '15' };
  return (
    <Section title={item ? t('agenda.changeTitle') : t('agenda.addTitle')} id="item">
      {hasBegun ? (
        <Notice tone="info">
          <p>{raised('agendaHint')}</p>
        </Notice>
      ) : null}
      <Form
        locale={locale}
        action={saveAction}
        values={values}
        submitLabel={item ? t('agenda.saveButton') : t('agenda.addButton')}
        secondary={agenda.length > 0 ? <a href={hrefOf()}>{away('back')}</a> : null}
      >
        <HiddenFields
          values={{
            session: String(number),
            item: item?.id ?? '',
            version: String(item?.version ?? 0),
          }}
        />
        <AgendaFields locale={locale} proposals={[...(linked ?? []), ...proposals]} />
      </Form>
    </Section>
  );
}
