const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an id in an address can be one of ours: the database answers anything else with an error of its own. */
export const isUuid = (text: string): boolean => shape.test(text);
