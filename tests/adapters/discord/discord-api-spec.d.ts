/** The package ships its schemas without types; these are the ones that the counterpart uses. */
declare module 'discord-api-spec/zod' {
  export interface Issue {
    readonly path: readonly PropertyKey[];
    readonly message: string;
    /** The issues of each branch of a union. */
    readonly errors?: readonly (readonly Issue[])[];
  }
  export interface Schema {
    safeParse(value: unknown): {
      readonly success: boolean;
      readonly error?: { readonly issues: readonly Issue[] };
    };
  }
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema;
  export const ApplicationCommandCreateRequestSchema: Schema;
  export const ApplicationCommandPatchRequestPartialSchema: Schema;
  export const CreateMessageInteractionCallbackRequestSchema: Schema;
  export const IncomingWebhookInteractionRequestSchema: Schema;
  export const IncomingWebhookUpdateRequestPartialSchema: Schema;
  export const MessageCreateRequestSchema: Schema;
  export const ModalInteractionCallbackRequestSchema: Schema;
  export const PongInteractionCallbackRequestSchema: Schema;
  export const UpdateMessageInteractionCallbackRequestSchema: Schema;
}
