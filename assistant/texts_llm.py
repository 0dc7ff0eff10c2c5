"""What is said about the language model."""

NO_MODEL_NAMED = "BL_LLM_URL er sat, men ikke BL_LLM_MODEL. Sæt modellens navn, eller fjern BL_LLM_URL."
AWAY = "Sprogmodellen på {url} svarer ikke ({why}). Se, om den kører, og om BL_LLM_URL og BL_LLM_MODEL passer."
SLOW = "Sprogmodellen på {url} blev ikke færdig på {seconds} sekunder. Hæv BL_LLM_TIMEOUT, eller vælg en mindre model."
STOOD_IN = "Sprogmodellen svarede ikke; her er svaret uden den."
NOT_PROVED = "Sprogmodellens ordlyd kunne ikke dokumenteres; her er svaret uden den."
