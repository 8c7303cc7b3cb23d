/** How pressing a message on the floor is: to be read some time, in this hour, or now. */
export const messagePriorities = ['low', 'normal', 'high'] as const;
export type MessagePriority = (typeof messagePriorities)[number];
