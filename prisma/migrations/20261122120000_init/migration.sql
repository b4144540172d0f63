-- What Prisma cannot describe, first part: needed before the tables.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One sequence for everything people get a number for, so that a number alone says what it is.
CREATE SEQUENCE case_number START 101;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('COORDINATOR', 'COUNSELLOR', 'PARTNER', 'REPRESENTATIVE', 'ADMIN');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('CONSULTATION', 'COUNSELLING', 'MEETING', 'COURSE', 'CHILDREN', 'CULTURE', 'HELP', 'OTHER');

-- CreateEnum
CREATE TYPE "EntryStatus" AS ENUM ('CONFIRMED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RegistrationState" AS ENUM ('CONFIRMED', 'WAITLISTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ForumSessionState" AS ENUM ('PLANNED', 'INVITED', 'RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED', 'CANCELLED', 'POSTPONED');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "CallKind" AS ENUM ('PHONE', 'LETTER');

-- CreateEnum
CREATE TYPE "SupportState" AS ENUM ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE', 'COMPLETED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SupportKind" AS ENUM ('ROOM', 'MATERIAL', 'MONEY', 'ADVICE', 'PUBLICITY', 'CONTACTS');

-- CreateEnum
CREATE TYPE "PartnerKind" AS ENUM ('AUTHORITY', 'HOUSING', 'SCHOOL', 'KITA', 'WELFARE', 'CHURCH', 'ASSOCIATION', 'BUSINESS', 'POLICE', 'FIRE_BRIGADE', 'HEALTH', 'OTHER');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION', 'NOT_PUBLISHED', 'PUBLISHED', 'MERGED', 'IN_FORUM', 'IN_VOTE', 'ADOPTED', 'DECLINED', 'ON_HOLD', 'HANDED_OVER', 'STATEMENT_RECEIVED', 'IN_PROGRESS', 'DONE', 'NOT_FEASIBLE', 'WITHDRAWN', 'DRAFT');

-- CreateEnum
CREATE TYPE "IntakeChannel" AS ENUM ('ONLINE', 'OFFICE', 'PHONE', 'POSTCARD', 'OUTREACH', 'FORUM', 'PARTNER');

-- CreateEnum
CREATE TYPE "NameChoice" AS ENUM ('FIRST_NAME', 'INITIALS', 'NEIGHBOUR');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('MAIL', 'PHONE', 'LETTER', 'NUMBER');

-- CreateEnum
CREATE TYPE "PollState" AS ENUM ('DRAFT', 'SCHEDULED', 'CLOSED', 'PUBLISHED', 'CANCELLED');

-- CreateTable
CREATE TABLE "access_card_batches" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "label" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "print_key" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_card_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_cards" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "user_id" UUID,
    "first_used" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "linked_identities" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,

    CONSTRAINT "linked_identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "display_name" TEXT,
    "district_id" UUID,
    "partner_id" UUID,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "browser" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_codes" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" UUID,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "token_hash" TEXT,
    "roles" "Role"[],
    "partner_id" UUID,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entries" (
    "id" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" "EntryKind" NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL,
    "accessible" TEXT NOT NULL DEFAULT '',
    "organizer" TEXT NOT NULL,
    "partners_only" BOOLEAN NOT NULL DEFAULT false,
    "partner_id" UUID,
    "local_start" TEXT NOT NULL,
    "local_end" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "rrule" TEXT NOT NULL DEFAULT '',
    "series_ends_on" DATE,
    "status" "EntryStatus" NOT NULL DEFAULT 'CONFIRMED',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry_districts" (
    "entry_id" UUID NOT NULL,
    "district_id" UUID NOT NULL,

    CONSTRAINT "calendar_entry_districts_pkey" PRIMARY KEY ("entry_id","district_id")
);

-- CreateTable
CREATE TABLE "calendar_exceptions" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "local_date" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "new_local_start" TEXT NOT NULL DEFAULT '',
    "new_local_end" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "calendar_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT nextval('case_number'),
    "code_hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "needs" TEXT[],
    "needs_note" TEXT NOT NULL DEFAULT '',
    "contact_kind" "ContactKind" NOT NULL,
    "contact_value" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'de',
    "channel" "IntakeChannel" NOT NULL,
    "state" "RegistrationState" NOT NULL,
    "queue_number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_up_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "agenda_no" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "abstain" INTEGER NOT NULL,
    "result" TEXT NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_tasks" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "assignee" TEXT NOT NULL,
    "due_on" DATE,
    "done" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "forum_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_sessions" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "local_start" TEXT NOT NULL,
    "local_end" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "fallback_place" TEXT NOT NULL DEFAULT '',
    "access" TEXT NOT NULL DEFAULT '',
    "child_care" TEXT NOT NULL DEFAULT '',
    "lift_service" TEXT NOT NULL DEFAULT '',
    "translation" TEXT NOT NULL DEFAULT '',
    "moderator" TEXT NOT NULL DEFAULT '',
    "minutes_by" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER,
    "registration_deadline" TIMESTAMPTZ(3),
    "state" "ForumSessionState" NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "attended" INTEGER,
    "voting_residents" INTEGER,
    "invitation_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "forum_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_session_districts" (
    "session_id" UUID NOT NULL,
    "district_id" UUID NOT NULL,

    CONSTRAINT "forum_session_districts_pkey" PRIMARY KEY ("session_id","district_id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "presenter" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_proposals" (
    "agenda_item_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,

    CONSTRAINT "agenda_proposals_pkey" PRIMARY KEY ("agenda_item_id","proposal_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL DEFAULT '',
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_list_items" (
    "id" UUID NOT NULL,
    "kind" "CallKind" NOT NULL,
    "person" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "call_list_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_submissions" (
    "token_hash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "result" JSONB,
    "day" DATE NOT NULL,

    CONSTRAINT "form_submissions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_buckets" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_buckets_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "initiatives" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "district_id" UUID,
    "about" TEXT NOT NULL DEFAULT '',
    "members" INTEGER,
    "active_since" DATE,
    "state" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "initiatives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_requests" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT nextval('case_number'),
    "code_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kinds" "SupportKind"[],
    "wanted_for" TEXT NOT NULL DEFAULT '',
    "amount_eur" INTEGER,
    "district_id" UUID NOT NULL,
    "initiative_id" UUID,
    "group_name" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "contact_kind" "ContactKind" NOT NULL,
    "contact_value" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'de',
    "user_id" UUID,
    "channel" "IntakeChannel" NOT NULL,
    "state" "SupportState" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_for" DATE,
    "reason_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "support_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_steps" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "to" "SupportState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "support_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partners" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PartnerKind" NOT NULL,
    "role_in_quarter" TEXT NOT NULL DEFAULT '',
    "responsibilities" TEXT[],
    "contact_role" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "agreed_response_days" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_supports" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "proposal_supports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_due_at" DATE,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "plain_text" TEXT NOT NULL DEFAULT '',
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT nextval('case_number'),
    "code_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "district_id" UUID NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "category_id" UUID,
    "name_choice" "NameChoice" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "contact_kind" "ContactKind" NOT NULL,
    "contact_value" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'de',
    "author_id" UUID,
    "intake_channel" "IntakeChannel" NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "state" "ProposalState" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_for" DATE,
    "published_at" TIMESTAMPTZ(3),
    "question" TEXT NOT NULL DEFAULT '',
    "reason_code" TEXT NOT NULL DEFAULT '',
    "reason_text" TEXT NOT NULL DEFAULT '',
    "result_note" TEXT NOT NULL DEFAULT '',
    "easy_text" TEXT NOT NULL DEFAULT '',
    "cost_estimate" INTEGER,
    "paper_supporters" INTEGER NOT NULL DEFAULT 0,
    "merged_into_id" UUID,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_steps" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "to" "ProposalState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposal_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "office_name" TEXT NOT NULL,
    "forum_name" TEXT NOT NULL,
    "town_name" TEXT NOT NULL,
    "carrier_name" TEXT NOT NULL,
    "carrier_address" TEXT NOT NULL DEFAULT '',
    "represented_by" TEXT NOT NULL DEFAULT '',
    "street" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "opening_hours" JSONB NOT NULL,
    "reporting_name" TEXT NOT NULL DEFAULT '',
    "reporting_url" TEXT NOT NULL DEFAULT '',
    "reporting_phone" TEXT NOT NULL DEFAULT '',
    "promise_workdays" INTEGER NOT NULL DEFAULT 5,
    "support_workdays" INTEGER NOT NULL DEFAULT 5,
    "holiday_region" TEXT NOT NULL DEFAULT 'SN',
    "privacy_contact" TEXT NOT NULL DEFAULT '',
    "supervisory_body" TEXT NOT NULL DEFAULT '',
    "imprint_extra" TEXT NOT NULL DEFAULT '',
    "privacy_extra" TEXT NOT NULL DEFAULT '',
    "accessibility_extra" TEXT NOT NULL DEFAULT '',
    "easy_language_extra" TEXT NOT NULL DEFAULT '',
    "funders" JSONB NOT NULL DEFAULT '[]',
    "filled_as_demo" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "districts" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "districts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "categories" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "label_en" TEXT NOT NULL DEFAULT '',
    "label_easy" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "polls" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "question" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "easy_text" TEXT NOT NULL DEFAULT '',
    "max_choices" INTEGER NOT NULL,
    "district_id" UUID,
    "min_age" INTEGER NOT NULL DEFAULT 14,
    "proposal_id" UUID,
    "decided_by" TEXT NOT NULL DEFAULT '',
    "local_opens" TEXT NOT NULL,
    "local_closes" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "PollState" NOT NULL DEFAULT 'DRAFT',
    "frozen_rule" JSONB,
    "result" JSONB,
    "sealed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "polls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_options" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "poll_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_entries" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "user_id" UUID,

    CONSTRAINT "roll_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "choices" UUID[],

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_receipts" (
    "receipt" TEXT NOT NULL,
    "poll_id" UUID NOT NULL,

    CONSTRAINT "ballot_receipts_pkey" PRIMARY KEY ("receipt")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_card_batches_number_key" ON "access_card_batches"("number");

-- CreateIndex
CREATE UNIQUE INDEX "access_cards_code_hash_key" ON "access_cards"("code_hash");

-- CreateIndex
CREATE INDEX "access_cards_user_id_idx" ON "access_cards"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_cards_batch_id_position_key" ON "access_cards"("batch_id", "position");

-- CreateIndex
CREATE INDEX "linked_identities_user_id_idx" ON "linked_identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "linked_identities_provider_provider_account_id_key" ON "linked_identities"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_district_id_idx" ON "users"("district_id");

-- CreateIndex
CREATE INDEX "users_partner_id_idx" ON "users"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_grants_user_id_role_key" ON "role_grants"("user_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "user_sessions_token_hash_key" ON "user_sessions"("token_hash");

-- CreateIndex
CREATE INDEX "user_sessions_user_id_idx" ON "user_sessions"("user_id");

-- CreateIndex
CREATE INDEX "user_sessions_expires_at_idx" ON "user_sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_codes_link_hash_key" ON "sign_in_codes"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_codes_email_created_at_idx" ON "sign_in_codes"("email", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_codes_user_id_idx" ON "sign_in_codes"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_user_id_code_hash_key" ON "recovery_codes"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE INDEX "invitations_partner_id_idx" ON "invitations"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_entries_uid_key" ON "calendar_entries"("uid");

-- CreateIndex
CREATE INDEX "calendar_entries_partner_id_idx" ON "calendar_entries"("partner_id");

-- CreateIndex
CREATE INDEX "calendar_entries_starts_at_idx" ON "calendar_entries"("starts_at");

-- CreateIndex
CREATE INDEX "calendar_entry_districts_district_id_idx" ON "calendar_entry_districts"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_exceptions_entry_id_local_date_key" ON "calendar_exceptions"("entry_id", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_number_key" ON "registrations"("number");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_code_hash_key" ON "registrations"("code_hash");

-- CreateIndex
CREATE INDEX "registrations_user_id_idx" ON "registrations"("user_id");

-- CreateIndex
CREATE INDEX "registrations_session_id_state_idx" ON "registrations"("session_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_session_id_queue_number_key" ON "registrations"("session_id", "queue_number");

-- CreateIndex
CREATE INDEX "decisions_session_id_idx" ON "decisions"("session_id");

-- CreateIndex
CREATE INDEX "forum_tasks_session_id_idx" ON "forum_tasks"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "forum_sessions_number_key" ON "forum_sessions"("number");

-- CreateIndex
CREATE INDEX "forum_sessions_starts_at_idx" ON "forum_sessions"("starts_at");

-- CreateIndex
CREATE INDEX "forum_session_districts_district_id_idx" ON "forum_session_districts"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_session_id_position_key" ON "agenda_items"("session_id", "position");

-- CreateIndex
CREATE INDEX "agenda_proposals_proposal_id_idx" ON "agenda_proposals"("proposal_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "outgoing_mails_state_created_at_idx" ON "outgoing_mails"("state", "created_at");

-- CreateIndex
CREATE INDEX "call_list_items_done_at_created_at_idx" ON "call_list_items"("done_at", "created_at");

-- CreateIndex
CREATE INDEX "form_submissions_day_idx" ON "form_submissions"("day");

-- CreateIndex
CREATE INDEX "rate_buckets_window_end_idx" ON "rate_buckets"("window_end");

-- CreateIndex
CREATE UNIQUE INDEX "initiatives_slug_key" ON "initiatives"("slug");

-- CreateIndex
CREATE INDEX "initiatives_district_id_idx" ON "initiatives"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_requests_number_key" ON "support_requests"("number");

-- CreateIndex
CREATE UNIQUE INDEX "support_requests_code_hash_key" ON "support_requests"("code_hash");

-- CreateIndex
CREATE INDEX "support_requests_state_promised_for_idx" ON "support_requests"("state", "promised_for");

-- CreateIndex
CREATE INDEX "support_requests_district_id_idx" ON "support_requests"("district_id");

-- CreateIndex
CREATE INDEX "support_requests_initiative_id_idx" ON "support_requests"("initiative_id");

-- CreateIndex
CREATE INDEX "support_requests_user_id_idx" ON "support_requests"("user_id");

-- CreateIndex
CREATE INDEX "support_steps_request_id_at_idx" ON "support_steps"("request_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "partners_slug_key" ON "partners"("slug");

-- CreateIndex
CREATE INDEX "proposal_supports_user_id_idx" ON "proposal_supports"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_supports_proposal_id_user_id_key" ON "proposal_supports"("proposal_id", "user_id");

-- CreateIndex
CREATE INDEX "handovers_proposal_id_idx" ON "handovers"("proposal_id");

-- CreateIndex
CREATE INDEX "handovers_partner_id_idx" ON "handovers"("partner_id");

-- CreateIndex
CREATE INDEX "handovers_closed_at_answer_due_at_idx" ON "handovers"("closed_at", "answer_due_at");

-- CreateIndex
CREATE INDEX "statements_proposal_id_idx" ON "statements"("proposal_id");

-- CreateIndex
CREATE INDEX "statements_partner_id_idx" ON "statements"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_number_key" ON "proposals"("number");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_code_hash_key" ON "proposals"("code_hash");

-- CreateIndex
CREATE INDEX "proposals_state_promised_for_idx" ON "proposals"("state", "promised_for");

-- CreateIndex
CREATE INDEX "proposals_district_id_state_idx" ON "proposals"("district_id", "state");

-- CreateIndex
CREATE INDEX "proposals_category_id_idx" ON "proposals"("category_id");

-- CreateIndex
CREATE INDEX "proposals_author_id_idx" ON "proposals"("author_id");

-- CreateIndex
CREATE INDEX "proposals_merged_into_id_idx" ON "proposals"("merged_into_id");

-- CreateIndex
CREATE INDEX "proposal_steps_proposal_id_at_idx" ON "proposal_steps"("proposal_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "districts_slug_key" ON "districts"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "places_district_id_name_key" ON "places"("district_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "categories_slug_key" ON "categories"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "polls_number_key" ON "polls"("number");

-- CreateIndex
CREATE INDEX "polls_district_id_idx" ON "polls"("district_id");

-- CreateIndex
CREATE INDEX "polls_proposal_id_idx" ON "polls"("proposal_id");

-- CreateIndex
CREATE INDEX "polls_state_closes_at_idx" ON "polls"("state", "closes_at");

-- CreateIndex
CREATE UNIQUE INDEX "poll_options_poll_id_position_key" ON "poll_options"("poll_id", "position");

-- CreateIndex
CREATE INDEX "roll_entries_user_id_idx" ON "roll_entries"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "roll_entries_poll_id_user_id_key" ON "roll_entries"("poll_id", "user_id");

-- CreateIndex
CREATE INDEX "ballots_poll_id_idx" ON "ballots"("poll_id");

-- CreateIndex
CREATE INDEX "ballot_receipts_poll_id_idx" ON "ballot_receipts"("poll_id");

-- AddForeignKey
ALTER TABLE "access_cards" ADD CONSTRAINT "access_cards_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "access_card_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_cards" ADD CONSTRAINT "access_cards_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_identities" ADD CONSTRAINT "linked_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry_districts" ADD CONSTRAINT "calendar_entry_districts_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "calendar_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry_districts" ADD CONSTRAINT "calendar_entry_districts_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_exceptions" ADD CONSTRAINT "calendar_exceptions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "calendar_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_tasks" ADD CONSTRAINT "forum_tasks_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_session_districts" ADD CONSTRAINT "forum_session_districts_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_session_districts" ADD CONSTRAINT "forum_session_districts_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_proposals" ADD CONSTRAINT "agenda_proposals_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_steps" ADD CONSTRAINT "support_steps_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_supports" ADD CONSTRAINT "proposal_supports_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_supports" ADD CONSTRAINT "proposal_supports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_steps" ADD CONSTRAINT "proposal_steps_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_receipts" ADD CONSTRAINT "ballot_receipts_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What Prisma cannot describe, second part: limits that hold whatever the program does.
ALTER TABLE office_settings ADD CONSTRAINT office_settings_is_one_row CHECK (id = 1);
ALTER TABLE office_settings ADD CONSTRAINT office_settings_promise CHECK (promise_workdays BETWEEN 1 AND 60 AND support_workdays BETWEEN 1 AND 60);
ALTER TABLE users ADD CONSTRAINT users_email_is_lower CHECK (email = lower(email));
ALTER TABLE proposals ADD CONSTRAINT proposals_title_length CHECK (char_length(title) BETWEEN 1 AND 200);
ALTER TABLE proposals ADD CONSTRAINT proposals_done_needs_result CHECK (state <> 'DONE' OR result_note <> '');
ALTER TABLE proposals ADD CONSTRAINT proposals_not_its_own_lead CHECK (merged_into_id IS DISTINCT FROM id);
CREATE INDEX proposals_title_trgm ON proposals USING gin (title gin_trgm_ops);
CREATE INDEX proposals_body_trgm ON proposals USING gin (body gin_trgm_ops);

-- Forum: a room never gets more confirmed persons than it has seats, whatever the program does.
-- The session is locked first, so that two transactions cannot both count without the other's row;
-- FOR NO KEY UPDATE goes along with the key lock a new registration holds on its session.
CREATE FUNCTION check_forum_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session uuid;
  seats integer;
  taken integer;
BEGIN
  IF TG_TABLE_NAME = 'forum_sessions' THEN session := NEW.id; ELSE session := NEW.session_id; END IF;
  SELECT capacity INTO seats FROM forum_sessions WHERE id = session FOR NO KEY UPDATE;
  IF seats IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(sum(persons), 0) INTO taken
    FROM registrations WHERE session_id = session AND state = 'CONFIRMED';
  IF taken > seats THEN
    RAISE EXCEPTION 'forum session % has % seats, not %', session, seats, taken
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_within_capacity';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER registrations_within_capacity
  AFTER INSERT OR UPDATE OF persons, state, session_id ON registrations
  DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW.state = 'CONFIRMED') EXECUTE FUNCTION check_forum_capacity();

CREATE CONSTRAINT TRIGGER forum_sessions_within_capacity
  AFTER UPDATE OF capacity ON forum_sessions
  DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW EXECUTE FUNCTION check_forum_capacity();

ALTER TABLE registrations
  ADD CONSTRAINT registrations_persons CHECK (persons BETWEEN 1 AND 10),
  ADD CONSTRAINT registrations_queue_number CHECK (queue_number > 0);
ALTER TABLE forum_sessions
  ADD CONSTRAINT forum_sessions_capacity CHECK (capacity > 0),
  ADD CONSTRAINT forum_sessions_times CHECK (ends_at > starts_at),
  ADD CONSTRAINT forum_sessions_turnout CHECK (voting_residents <= attended);
ALTER TABLE decisions
  ADD CONSTRAINT decisions_votes CHECK (yes >= 0 AND no >= 0 AND abstain >= 0),
  ADD CONSTRAINT decisions_result CHECK (
    (result = 'adopted' AND yes > no) OR (result = 'declined' AND yes < no)
    OR (result = 'tied' AND yes = no AND yes > 0) OR result = 'deferred');

-- Voting: what must hold even if a program forgets it.

ALTER TABLE "polls" ADD CONSTRAINT "polls_choices_at_least_one" CHECK ("max_choices" >= 1);
ALTER TABLE "polls" ADD CONSTRAINT "polls_close_after_opening" CHECK ("closes_at" > "opens_at");
ALTER TABLE "polls" ADD CONSTRAINT "polls_sensible_age" CHECK ("min_age" BETWEEN 0 AND 120);
ALTER TABLE "polls" ADD CONSTRAINT "polls_counted_means_sealed"
  CHECK ("state" NOT IN ('CLOSED', 'PUBLISHED') OR ("sealed_at" IS NOT NULL AND "result" IS NOT NULL));
ALTER TABLE "polls" ADD CONSTRAINT "polls_cancelled_has_time"
  CHECK (("state" = 'CANCELLED') = ("cancelled_at" IS NOT NULL));
ALTER TABLE "polls" ADD CONSTRAINT "polls_scheduled_means_frozen"
  CHECK ("state" = 'DRAFT' OR "frozen_rule" IS NOT NULL);

-- Locks the poll, so that closing waits for whoever is just casting and the reverse.
CREATE FUNCTION "poll_takes_votes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM "polls"
    WHERE "id" IN (SELECT "poll_id" FROM "added") AND ("state" <> 'SCHEDULED' OR "sealed_at" IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "roll_entries_only_while_open" AFTER INSERT ON "roll_entries"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "poll_takes_votes"();
CREATE TRIGGER "ballots_only_while_open" AFTER INSERT ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "poll_takes_votes"();
CREATE TRIGGER "ballot_receipts_only_while_open" AFTER INSERT ON "ballot_receipts"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "poll_takes_votes"();

-- Between none (abstained) and the allowed number of choices, each once, each of this poll.
CREATE FUNCTION "ballots_are_valid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "added" JOIN "polls" ON "polls"."id" = "added"."poll_id"
    WHERE cardinality("added"."choices") > "polls"."max_choices"
      OR cardinality("added"."choices") <> (
        SELECT count(DISTINCT "options"."id") FROM "poll_options" "options"
        WHERE "options"."poll_id" = "added"."poll_id" AND "options"."id" = ANY ("added"."choices")
      )
  ) THEN
    RAISE EXCEPTION 'a ballot holds something this poll does not offer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "ballots_are_valid" AFTER INSERT ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "ballots_are_valid"();

-- Nothing is taken out of a box once it is sealed, and a receipt is never changed.
-- (Deleting a whole poll deletes the poll first; then there is no seal left to break.)
CREATE FUNCTION "ballot_box_stays_as_it_is"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "sealed_at" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the ballot box is sealed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "ballots_stay" BEFORE DELETE ON "ballots"
  FOR EACH ROW EXECUTE FUNCTION "ballot_box_stays_as_it_is"();
CREATE TRIGGER "ballot_receipts_stay" BEFORE UPDATE OR DELETE ON "ballot_receipts"
  FOR EACH ROW EXECUTE FUNCTION "ballot_box_stays_as_it_is"();

-- Papers may change places while the poll is open (that is how the box is mixed), but what lies in
-- the box as a whole stays the same.
CREATE FUNCTION "ballots_are_only_mixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT array_agg("paper" ORDER BY "paper") FROM (SELECT "poll_id"::text || "choices"::text AS "paper" FROM "before") AS "b")
    IS DISTINCT FROM
    (SELECT array_agg("paper" ORDER BY "paper") FROM (SELECT "poll_id"::text || "choices"::text AS "paper" FROM "added") AS "a")
  THEN
    RAISE EXCEPTION 'mixing the box changed a ballot' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "ballots_are_only_mixed" AFTER UPDATE ON "ballots"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "added"
  FOR EACH STATEMENT EXECUTE FUNCTION "ballots_are_only_mixed"();
CREATE TRIGGER "ballots_mixed_only_while_open" AFTER UPDATE ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "poll_takes_votes"();

-- From the scheduling on nobody changes the rule, after the sealing nobody the result.
CREATE FUNCTION "poll_rule_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the rule of this poll is frozen' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER "polls_rule_is_frozen" BEFORE UPDATE ON "polls" FOR EACH ROW
  WHEN (OLD."state" <> 'DRAFT' AND (
    NEW."state" = 'DRAFT'
    OR (NEW."question", NEW."max_choices", NEW."district_id", NEW."min_age", NEW."opens_at", NEW."closes_at", NEW."frozen_rule")
      IS DISTINCT FROM
      (OLD."question", OLD."max_choices", OLD."district_id", OLD."min_age", OLD."opens_at", OLD."closes_at", OLD."frozen_rule")
  )) EXECUTE FUNCTION "poll_rule_is_frozen"();

CREATE TRIGGER "polls_result_is_frozen" BEFORE UPDATE ON "polls" FOR EACH ROW
  WHEN (OLD."sealed_at" IS NOT NULL
    AND (NEW."result", NEW."sealed_at") IS DISTINCT FROM (OLD."result", OLD."sealed_at"))
  EXECUTE FUNCTION "poll_rule_is_frozen"();

-- Calendar: what a row of the calendar must never say, whoever writes it.
ALTER TABLE calendar_entries
  ADD CONSTRAINT calendar_entries_end_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT calendar_entries_local_times CHECK (
    local_start ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$' AND local_end ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'
  ),
  ADD CONSTRAINT calendar_entries_kept_rules CHECK (
    rrule = '' OR (rrule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY)(;|$)' AND rrule !~ '(UNTIL|COUNT)=')
  ),
  ADD CONSTRAINT calendar_entries_once_has_no_end CHECK (rrule <> '' OR series_ends_on IS NULL),
  ADD CONSTRAINT calendar_entries_series_end CHECK (
    series_ends_on IS NULL OR series_ends_on >= left(local_start, 10)::date
  ),
  ADD CONSTRAINT calendar_entries_sequence CHECK (sequence >= 0);

ALTER TABLE calendar_exceptions
  ADD CONSTRAINT calendar_exceptions_local_date CHECK (local_date ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT calendar_exceptions_moved_or_cancelled CHECK (
    CASE WHEN cancelled THEN new_local_start = '' AND new_local_end = ''
    ELSE new_local_start ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$' AND new_local_end > new_local_start END
  );
