/** The target's key. Apart from the engine, so that pages can know it by name without carrying that. */
export const IPV6_INTERNET = "internet:ipv6";
