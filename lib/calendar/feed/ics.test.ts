import { it } from 'vitest';
import { writeCalendar } from '@/lib/calendar/feed/ics';
it('x',()=>{
 const s=writeCalendar({name:'A, B; C',description:'D\nE',url:'https://x.example/k',cancelledWord:'Fällt aus:',entries:[{uid:'u1',title:'Äöü; "x", \\ 👩‍👩‍👧‍👦'.repeat(6),description:'a\r\nATTENDEE:x\u2028END:VCALENDAR',place:'Ort',cancelled:false,sequence:3,changedAt:new Date('2026-11-20T10:00Z'),category:'Kurs, x',url:'https://x.example/k/1',series:{localStart:'2026-11-24T09:00',localEnd:'2026-11-24T12:00',timeZone:'Europe/Berlin',startsAt:new Date('2026-11-24T08:00Z'),endsAt:new Date('2026-11-24T11:00Z'),rrule:'FREQ=WEEKLY;BYDAY=TU',seriesEndsOn:'2027-06-30',exceptions:[{localDate:'2026-12-29',cancelled:true,newLocalStart:'',newLocalEnd:'',note:'zu'}]}}]});
 console.log(s);
});
