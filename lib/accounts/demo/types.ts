/** A mail the demo would have sent. */
export interface DemoMail {
  id: string;
  recipient: string;
  subject: string;
  createdAt: Date;
}

export interface DemoMailText extends DemoMail {
  text: string;
}
