import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { HiddenFields } from '@/components/form/hidden-fields';
import { AgendaFields } from '@/components/forum/agenda-fields';
import { AgendaList } from '@/components/forum/agenda-list';
import { AgendaTime } from '@/components/forum/agenda-time';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, routes } from '@/lib/core/routes';
import { listAgenda, listProposalsForAgenda } from '@/lib/forum/agenda/queries';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { minutesBetween } from '@/lib/forum/sessions/rules';
import { readSessionNumber } from '@/lib/forum/sessions/schema';
import type { AgendaEntry } from '@/lib/forum/sessions/types';
import { moveAgendaItemAction, saveAgendaItemAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.agenda');
}

export default async function AgendaPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const { item: asked } = await searchParams;
  const number = readSessionNumber(segment);
  const path = routes.teamForumAgenda(number);
  const { session, agenda, proposals } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const head = await getSessionInOffice(actor, number);
    return {
      session: head,
      agenda: await listAgenda({ locale }, head.id),
      proposals: await listProposalsForAgenda(actor),
    };
  });
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const edited = agenda.find(({ id }) => id === asked);
  return (
    <TeamShell locale={locale} path={path} current="forum">
      <PageHeader title={t('tab.agenda')} overline={session.title} />
      <OfficeTabs locale={locale} number={number} current="agenda" />
      <AgendaTime
        locale={locale}
        planned={agenda.reduce((sum, { minutes }) => sum + minutes, 0)}
        available={minutesBetween(session.startsAt, session.endsAt)}
      />
      {agenda.length === 0 ? (
        <EmptyState title={t('agenda.empty')} />
      ) : (
        <AgendaList
          locale={locale}
          agenda={agenda}
          actions={(item, index) => (
            <ItemActions
              locale={locale}
              number={number}
              item={item}
              isFirst={index === 0}
              isLast={index === agenda.length - 1}
            />
          )}
        />
      )}
      <ItemForm locale={locale} number={number} item={edited} proposals={proposals} />
    </TeamShell>
  );
}

type ItemActionsProps = {
  locale: string;
  number: number;
  item: AgendaEntry;
  isFirst: boolean;
  isLast: boolean;
};

function mainMove(isFirst: boolean, isLast: boolean): 'up' | 'down' | 'remove' {
  if (!isFirst) return 'up';
  return isLast ? 'remove' : 'down';
}

/** Each button is a plain submit, so moving works without script; the pressed button's value wins. */
async function ItemActions({ locale, number, item, isFirst, isLast }: ItemActionsProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const main = mainMove(isFirst, isLast);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be around a form
    <div role="group" aria-label={item.title}>
      <Form
        locale={locale}
        action={moveAgendaItemAction}
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
            <ButtonLink
              href={`${localized(locale, routes.teamForumAgenda(number, item.id))}#item`}
              variant="quiet"
            >
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
        <HiddenFields values={{ session: String(number), item: item.id, move: main }} />
      </Form>
    </div>
  );
}

type ItemFormProps = {
  locale: string;
  number: number;
  item: AgendaEntry | undefined;
  proposals: { number: number; title: string }[];
};

async function ItemForm({ locale, number, item, proposals }: ItemFormProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
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
      <Form
        locale={locale}
        action={saveAgendaItemAction}
        values={values}
        submitLabel={item ? t('agenda.saveButton') : t('agenda.addButton')}
      >
        <HiddenFields values={{ session: String(number), item: item?.id ?? '' }} />
        <AgendaFields locale={locale} proposals={[...(linked ?? []), ...proposals]} />
      </Form>
    </Section>
  );
}
