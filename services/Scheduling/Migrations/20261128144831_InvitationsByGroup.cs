using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class InvitationsByGroup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "group",
                table: "invitations",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "group",
                table: "invitations");
        }
    }
}
