import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { CallPages, CallSection } from '@/components/office/call-section';
import { DescribeCall } from '@/components/office/describe-call';
import { DoneCalls } from '@/components/office/done-calls';
import { FailedMails } from '@/components/office/failed-mails';
import { HandleMail } from '@/components/office/handle-mail';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { listCalls } from '@/lib/mail/calls/queries';
import { toldOf } from '@/lib/mail/calls/rules';
import type { CallItem, CallPerson } from '@/lib/mail/calls/types';
import { listUndeliveredMails } from '@/lib/mail/failed/queries';
import type { UndeliveredMails } from '@/lib/mail/failed/types';
import { mailPaths } from '@/lib/mail/paths';
import { describeCallAction, failedMailAction, noteCallAction, putCallBackAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{
    done?: string | string[];
    earlier?: string | string[];
    note?: string | string[];
    gone?: string | string[];
    page?: string | string[];
  }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'office.calls.title');
}

/** Who is owed a call or a letter, and which mails did not arrive. */
export default async function CallsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { done, earlier, note, gone, page } = await believed(searchParams);
  const path = mailPaths.teamCalls();
  const { calls, mails } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { calls: await listCalls(actor, page), mails: await listUndeliveredMails(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'office' });
  const pressOf = (asked: unknown) =>
    calls.done.find((items) => items.some(({ id }) => id === asked));
  const justDone = pressOf(done);
  const doneEarlier = pressOf(earlier)?.[0];
  if (justDone && note !== undefined) {
    return (
      <TeamShell holdsText locale={locale} path={path} current="calls">
        <PageHeader title={t('calls.title')} />
        <DescribeCall locale={locale} item={justDone[0]} action={describeCallAction} />
      </TeamShell>
    );
  }
  const told = (person: CallPerson) => <Told locale={locale} person={person} />;
  const owed = [calls.phone, calls.letters, mails.failed, mails.underWay];
  const isEmpty = owed.every(({ length }) => length === 0);
  const hasPeople = calls.phone.length + calls.letters.length > 0;
  return (
    <TeamShell locale={locale} path={path} current="calls">
      <PageHeader title={t('calls.title')} lead={hasPeople ? t('calls.lead') : undefined} />
      {justDone ? <JustDone locale={locale} items={justDone} /> : null}
      {gone === 'yes' ? (
        <Notice tone="good" role="status" id="done" title={t('calls.gone')}>
          <p>{t('calls.goneText')}</p>
        </Notice>
      ) : null}
      {doneEarlier ? (
        <Notice
          tone="info"
          role="status"
          id="done"
          title={t('calls.earlier', { person: doneEarlier.person })}
        >
          <p>{t('calls.earlierText')}</p>
        </Notice>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t('calls.none')}>
          <p>{t('calls.noneText')}</p>
        </EmptyState>
      ) : null}
      <CallSection {...{ locale, calls, told }} kind="phone" />
      <CallSection {...{ locale, calls, told }} kind="letters" />
      <CallPages {...{ locale, calls }} />
      <Mails locale={locale} mails={mails} />
      {calls.done.length > 0 ? (
        <Section title={t('calls.done')}>
          <DoneCalls
            locale={locale}
            presses={calls.done}
            putBack={(items) => <PutBack locale={locale} items={items} />}
          />
          {calls.doneLeft > 0 ? <p>{t('calls.doneLeft', { count: calls.doneLeft })}</p> : null}
        </Section>
      ) : null}
    </TeamShell>
  );
}

/** Those nobody tries any more, and those the program still tries by itself. */
async function Mails({ locale, mails }: { locale: string; mails: UndeliveredMails }) {
  const t = await getTranslations({ locale, namespace: 'office.mails' });
  const { failed, underWay } = mails;
  return (
    <>
      {failed.length > 0 ? (
        <Section title={t('title')} id="mails" intro={<p>{t('intro')}</p>}>
          <FailedMails
            locale={locale}
            mails={failed}
            handle={({ id, goesOnInItsCase }) =>
              goesOnInItsCase ? (
                <p>{t('inItsCase')}</p>
              ) : (
                <HandleMail locale={locale} id={id} action={failedMailAction} />
              )
            }
          />
        </Section>
      ) : null}
      {underWay.length > 0 ? (
        <Section title={t('underWay')} intro={<p>{t('underWayIntro')}</p>}>
          <FailedMails locale={locale} mails={underWay} />
        </Section>
      ) : null}
    </>
  );
}

/** Reached or not; of several things each can be left for later. */
async function Told({ locale, person }: { locale: string; person: CallPerson }) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const { kind, items } = person;
  const isLetter = kind === 'LETTER';
  const told = items.map(toldOf);
  return (
    <Form
      locale={locale}
      action={noteCallAction}
      submitLabel={t(isLetter ? 'sentAction' : 'reachedAction')}
      submitVariant={isLetter ? 'secondary' : 'primary'}
      warnOnLeave={false}
      secondary={
        isLetter ? undefined : (
          <Button name="outcome" value="later" variant="secondary">
            {t('laterAction')}
          </Button>
        )
      }
    >
      {items.length === 1 ? (
        <HiddenFields values={{ told }} />
      ) : (
        <CheckboxGroup
          id={`told-${items[0]?.id}`}
          name="told"
          label={t(isLetter ? 'sent' : 'said')}
          options={items.map((item) => ({ value: toldOf(item), label: item.subject }))}
          defaultValue={told}
        />
      )}
    </Form>
  );
}

/** Right after the click: what was done, the way back, and the way to a remark. */
async function JustDone({ locale, items }: { locale: string; items: CallItem[] }) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const [item] = items;
  return (
    <Notice
      tone="good"
      role="status"
      id="done"
      title={t('justDone', { person: item?.person ?? '' })}
    >
      <p>
        <a href={localized(locale, mailPaths.teamCallDescribe(item?.id ?? ''))}>
          {t('describeOpen')}
        </a>
      </p>
      <PutBack locale={locale} items={items} />
    </Notice>
  );
}

async function PutBack({ locale, items }: { locale: string; items: CallItem[] }) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  return (
    <Form
      locale={locale}
      action={putCallBackAction}
      submitLabel={t('putBackAction')}
      submitVariant="quiet"
      warnOnLeave={false}
    >
      <HiddenFields values={{ ids: items.map(({ id }) => id) }} />
    </Form>
  );
}
