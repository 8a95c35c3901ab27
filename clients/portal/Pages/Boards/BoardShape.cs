using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Pages.Boards;

/// <summary>What a page of a board is built of: where that changes, the page is loaded anew.</summary>
static class BoardShape
{
    /// <summary>As <c>board.js</c> makes it of a change.</summary>
    public static string Of(BoardDto board) =>
        string.Join(
            '|',
            [board.Title, board.Question, $"{board.DotsPerPerson}", .. board.Columns!.Select(column => $"{column.Id} {column.Title}")]
        );
}
