namespace Integrationskonzept.Rendering;

/// <summary>A document to render.</summary>
/// <param name="Html">A whole HTML page or a fragment. Scripts don't run, nothing is loaded; images only as <c>data:</c> URLs.</param>
/// <param name="Title">Shown in the title bar and read out first by screen readers.</param>
/// <param name="Language">BCP 47 tag such as <c>de</c> or <c>de-x-leicht</c>.</param>
/// <param name="Author">Who issues the document, usually an office.</param>
/// <param name="Subject">One line on what it is about.</param>
/// <param name="Created">The date written into the file. Same request with the same value, same bytes; without it 2000-01-01 is
/// written.</param>
public sealed record RenderRequest(
    string? Html = null,
    string? Title = null,
    string? Language = null,
    string? Author = null,
    string? Subject = null,
    DateTimeOffset? Created = null
);

/// <summary>What is left of a request once it was checked.</summary>
sealed record Document(string Html, string Title, string Language, string? Author, string? Subject, DateTimeOffset Created);
