import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { SessionFields } from '@/components/forum/session-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { daysBetween } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionForm } from '@/lib/forum/planning/queries';
import { longDay } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import { districtsToChoose } from '@/lib/settings/rules';
import { updateSessionAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.edit.title');
}

export default async function EditSessionPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = forumPaths.teamForumEdit(number);
  const { version, calledOff, ...values } = await guarded(locale, path, async () =>
    getSessionForm(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  const office = await getOffice({ locale });
  const { date, start, end, deadline } = values;
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={t('edit.title')}
        overline={values.title}
        overlineLang={contentLang(locale)}
      />
      <OfficeTabs locale={locale} number={number} current="edit" />
      <Notice tone="info">
        {calledOff === 'CANCELLED' ? (
          <p>
            {seats('newDay.calledOff')}{' '}
            <a href={localized(locale, forumPaths.teamForumNew())}>{seats('newDay.plan')}</a>
          </p>
        ) : (
          <p>{t('edit.hint')}</p>
        )}
      </Notice>
      <Form
        locale={locale}
        action={updateSessionAction}
        values={values}
        submitLabel={t('edit.submitButton')}
      >
        <HiddenFields
          values={{
            ...{ session: String(number), version: String(version) },
            ...(calledOff === 'CANCELLED' ? { date, start, end, deadline } : {}),
          }}
        />
        <SessionFields
          locale={locale}
          districts={districtsToChoose(office, values.districts)}
          places={office.districts.flatMap(({ places }) => places)}
          calledOff={calledOff}
          deadlineBefore={
            calledOff === 'POSTPONED' && deadline !== ''
              ? { day: longDay(dayColumn(deadline), locale), days: daysBetween(deadline, date) }
              : undefined
          }
        />
      </Form>
    </TeamShell>
  );
}
