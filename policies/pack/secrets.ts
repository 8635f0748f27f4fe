/** Whether a text is an address with a password in it, such as `amqp://user:password@host`. */
export const holdsPassword = (text: string): boolean => /[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:[^\s@/]+@/i.test(text);

/** Whether a text holds a private key. */
export const holdsPrivateKey = (text: string): boolean => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
