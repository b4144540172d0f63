-- A number at the end of one part and a word at the beginning of the next are no amount, see namesMoney in lib/counselling/topics/rules.ts.
ALTER TABLE "counselling_texts" DROP CONSTRAINT "counselling_texts_name_no_money";
ALTER TABLE "counselling_texts" ADD CONSTRAINT "counselling_texts_name_no_money" CHECK (
  concat_ws(E'\n|\n', "title", "intro", "for_whom", "what_we_do", "please_bring", "how_it_works", "not_done",
    "good_to_know", "other_help", "notice") !~* '€|\d\s*(euro|eur|cents?)\M|\m(euro|eur)\s*\d');
