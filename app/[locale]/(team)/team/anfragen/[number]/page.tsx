import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PersonPart } from '@/components/initiatives/person-part';
import { RequestFacts } from '@/components/initiatives/request-facts';
import { RequestHistory } from '@/components/initiatives/request-history';
import { RequestState } from '@/components/initiatives/request-state';
import { StepFields } from '@/components/initiatives/step-fields';
import { TypedText } from '@/components/initiatives/typed-text';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { PersonSaved } from '@/components/office/person-saved';
import { ThingTasks } from '@/components/tasks/thing-tasks';
import { FilterLinks } from '@/components/ui/filter-links';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import type { ItemChoice } from '@/lib/cases/sessions/types';
import { answerOfForm } from '@/lib/core/answered-form';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getRequest, listItemsThatMet } from '@/lib/initiatives/handling/queries';
import { wroteLast } from '@/lib/initiatives/handling/rules';
import type { RequestInOffice } from '@/lib/initiatives/handling/types';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { listInitiativeNames } from '@/lib/initiatives/queries';
import { isStep, stepsFrom } from '@/lib/initiatives/rules';
import { listTasksOf } from '@/lib/tasks/queries';
import { correctPersonAction, decideRequestAction, erasePersonAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{
    step?: string | string[];
    person?: string | string[];
    saved?: string | string[];
  }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: initiatives-office.pageTitle
  return pageTitle(locale, 'initiatives-office.pageTitle', { number });
}

/** One request: what is asked, what can be answered now, what happened so far. */
export default async function TeamRequestPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  const { step, person, saved } = await believed(searchParams);
  const path = initiativesPaths.teamRequest(Number(number));
  const { request, items, groups, tasks } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    if (!/^[1-9]\d{0,8}$/.test(number)) throw new AppError('NOT_FOUND');
    const found = await getRequest(actor, Number(number));
    return {
      request: found,
      tasks: await listTasksOf(actor, [found.id]),
      items: await listItemsThatMet(actor, found),
      groups: person === 'open' ? await listInitiativeNames() : [],
    };
  });
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  const asker = request.groupName || request.name || t('someone');
  return (
    <TeamShell holdsText locale={locale} path={path} current="requests">
      <PersonSaved locale={locale} words="initiatives-person" what={saved} />
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.teamRequests()), label: t('back') }}
        overline={t('numbered', { number: request.number })}
        title={request.title || t('list.emptied')}
        titleLang="de"
        state={<RequestState locale={locale} state={request.state} />}
      />
      <Columns layout="aside">
        <div>
          <TypedText text={request.body} />
          {person === 'open' ? null : (
            <Decide {...{ locale, request, items }} wanted={Array.isArray(step) ? step[0] : step} />
          )}
          <PersonPart
            {...{ locale, request, groups }}
            open={person === 'open'}
            correctAction={correctPersonAction}
            eraseAction={erasePersonAction}
          />
          <ThingTasks {...{ locale, tasks }} kind="request" id={request.id} />
          <Section title={t('historyTitle')}>
            <RequestHistory
              locale={locale}
              kinds={request.kinds}
              history={request.history}
              asker={asker}
            />
          </Section>
        </div>
        <div className="stack">
          <RequestFacts locale={locale} request={request} />
          <p className="small">{t('facts.numberToo', { number: request.number })}</p>
        </div>
      </Columns>
    </TeamShell>
  );
}

type DecideProps = {
  locale: string;
  request: RequestInOffice;
  items: ItemChoice[];
  wanted: string | undefined;
};

/** The steps that are possible now, the likeliest open at once unless the office has just written. */
async function Decide({ locale, request, items, wanted }: DecideProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  const { number, version, state, kinds, history, isTakeBackable } = request;
  const steps = stepsFrom(state, kinds, 'office', isTakeBackable);
  if (steps.length === 0) return <p className="measure">{t('closed')}</p>;
  // An answer to what was sent stands in its form.
  const likeliest = wroteLast(state, history) && answerOfForm() === '' ? undefined : steps[0];
  const step = isStep(wanted) && steps.includes(wanted) ? wanted : likeliest;
  return (
    <Section title={t('decideTitle')} id="step">
      <FilterLinks
        label={t('decideChoice')}
        items={steps.map((name) => ({
          href: localized(locale, initiativesPaths.teamRequest(number, name)),
          label: t(`step.${name}`),
          current: name === step,
        }))}
      />
      {state === 'NEEDS_DECISION' ? (
        <p className="measure">
          <a href={localized(locale, forumPaths.teamForum())}>{t('toForum')}</a>
        </p>
      ) : null}
      {step === undefined ? (
        <p className="measure">{t('wroteLast')}</p>
      ) : (
        <Form
          key={step}
          locale={locale}
          action={decideRequestAction}
          submitLabel={t(`send.${step}`)}
          submitVariant={step === 'decline' || step === 'withdraw' ? 'danger' : 'primary'}
        >
          <StepFields {...{ locale, number, kinds, step, items }} seen={version} />
        </Form>
      )}
    </Section>
  );
}
