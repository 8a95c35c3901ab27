using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.WaysIn;

/// <summary>What anybody can do now.</summary>
/// <param name="TopicAreas">Topic areas that take contributions, in the order of the Landkreis; empty before and after.</param>
public sealed record WaysInDto(IReadOnlyList<OpenTopicArea> TopicAreas);

/// <summary>A topic area that takes contributions.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
public sealed record OpenTopicArea(Guid Id, string Title);

/// <param name="TopicAreaId">To what the contribution belongs.</param>
/// <param name="Address">Mail address; a link is sent to it. It is forgotten once the link was used, after a week at the latest.</param>
/// <param name="Language">Language of the mail: de, en, ar, uk or tr; German if not said.</param>
public sealed record AskForLink(
    Guid TopicAreaId,
    [Required, MaxLength(254)] string Address,
    [Written("^(de|en|ar|uk|tr)$", "Erlaubt sind de, en, ar, uk und tr.", "It can be de, en, ar, uk or tr.")] string? Language = null
);

/// <param name="Message">What to do next, in words; the same for every address.</param>
public sealed record LinkSent(string Message);
