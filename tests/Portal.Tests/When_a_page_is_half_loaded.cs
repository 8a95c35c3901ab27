using Integrationskonzept.Client;
using Integrationskonzept.Portal.Api;
using Integrationskonzept.Portal.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_page_is_half_loaded
{
    /// <summary>The frame asks the API, too, and whichever answers first must not matter.</summary>
    [Fact]
    public async Task It_is_not_shown_when_the_frame_around_it_is_rendered_anew()
    {
        await using var services = new ServiceCollection()
            .AddSingleton(new ApiClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider())))
            .AddSingleton<Me>()
            .AddSingleton<NavigationManager, NoNavigation>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = renderer.BeginRenderingComponent<FrameAround>();
            await page.QuiescenceTask;
            page.ToHtmlString().ShouldBe("name and facts");
        });
    }

    /// <summary>In which order the two are loaded: half the page, the frame, the rest of the page.</summary>
    sealed class Order
    {
        public TaskCompletionSource Half { get; } = new();

        public TaskCompletionSource Frame { get; } = new();
    }

    sealed class FrameAround : ComponentBase
    {
        readonly Order order = new();

        protected override async Task OnInitializedAsync()
        {
            await order.Half.Task;
            try
            {
                StateHasChanged();
            }
            finally
            {
                order.Frame.SetResult();
            }
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Page>(0);
            builder.AddAttribute(1, nameof(Page.Order), order);
            builder.CloseComponent();
        }
    }

    sealed class Page : FormPage
    {
        string? name;
        string? facts;

        [Parameter]
        public Order Order { get; set; } = new();

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            name = "name";
            Order.Half.SetResult();
            await Order.Frame.Task;
            facts = "facts";
            IsReady = true;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (name is not null)
                builder.AddContent(0, $"{name} and {facts!.Trim()}");
        }
    }

    sealed class NoNavigation : NavigationManager
    {
        public NoNavigation() => Initialize("http://portal/", "http://portal/");
    }
}
